using Diapason.Needs.Kit;
using Diapason.Needs.Reference;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Outcomes;

namespace Diapason.Needs.Wording;

/// <summary>Adds an idea to the lexicon, or changes one that nobody else has changed meanwhile.</summary>
internal sealed class SaveIdea(HoldLexicon hold, CurrentCouncil council, AuditTrail audit)
{
    /// <param name="wanted">The whole idea.</param>
    /// <param name="seen">The stamp of what the form was filled from; null for a new one.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Outcome> RunAsync(LexiconIdea wanted, string? seen, CancellationToken cancel) =>
        Refusal(wanted) is { } refused ? refused : await hold.RunAsync(lexicon => Save(lexicon, wanted, seen), cancel);

    private static Problem? Refusal(LexiconIdea wanted)
    {
        if (wanted.Phrases.Keys.FirstOrDefault(language => !wanted.Name.All.Any(said => said.Key == language && said.Value.Length > 0)) is { } unnamed) return Problem.Invalid("lexicon.name_missing", $"name.{unnamed}");
        foreach (var (language, phrases) in wanted.Phrases)
        {
            if (phrases.Count > ReadLexicon.MostPhrases) return Problem.Invalid("lexicon.too_many_phrases", $"phrases.{language}", ("most", ReadLexicon.MostPhrases), ("count", phrases.Count));
            if (phrases.FirstOrDefault(p => p.Length > ReadLexicon.LongestPhrase) is { } longest) return Problem.Invalid("lexicon.long_phrase", $"phrases.{language}", ("phrase", longest), ("most", ReadLexicon.LongestPhrase));
        }

        return wanted.Phrases.All(p => p.Value.Count == 0) ? Problem.Invalid("lexicon.no_phrase", $"phrases.{wanted.Phrases.Keys.First()}") : null;
    }

    private Outcome<Lexicon> Save(Lexicon lexicon, LexiconIdea wanted, string? seen)
    {
        var was = lexicon.Idea(wanted.Code);
        if (was is null && seen is not null) return Problem.Absent();
        // The same form sent twice, or two people who wrote the same.
        if (was is not null && LexiconMerge.AreSame(was, wanted)) return lexicon;
        if (was is not null && LexiconMerge.StampOf(was) != seen) return Problem.Lost("lexicon.changed_meanwhile");
        if (was is null && lexicon.Ideas.Count >= ReadLexicon.MostIdeas) return Problem.Invalid("lexicon.full", null, ("most", ReadLexicon.MostIdeas));
        audit.Record(was is null ? new LexiconTrail.IdeaAdded(council.Id, wanted.Code) : new LexiconTrail.IdeaChanged(council.Id, wanted.Code));
        var ours = wanted with { IsOurs = true };
        return lexicon with { Ideas = was is null ? [.. lexicon.Ideas, ours] : [.. lexicon.Ideas.Select(i => i.Code == ours.Code ? ours : i)] };
    }
}

/// <summary>Takes an idea out of the lexicon. One that a kit brings comes back with it.</summary>
internal sealed class RemoveIdea(HoldLexicon hold, CurrentCouncil council, AuditTrail audit)
{
    public Task<Outcome> RunAsync(string code, CancellationToken cancel) => hold.RunAsync(lexicon => Remove(lexicon, code), cancel);

    private Outcome<Lexicon> Remove(Lexicon lexicon, string code)
    {
        if (lexicon.Idea(code) is null) return Problem.Absent();
        if (lexicon.Ideas.Count == 1) return Problem.Invalid("lexicon.last_idea");
        audit.Record(new LexiconTrail.IdeaRemoved(council.Id, code));
        return lexicon with { Ideas = [.. lexicon.Ideas.Where(i => i.Code != code)] };
    }
}

/// <summary>Writes a file of the council's own over its lexicon, whole or not at all. Ideas it does not name stay.</summary>
internal sealed class ImportLexicon(HoldLexicon hold, CurrentCouncil council, AuditTrail audit)
{
    /// <param name="brought">What the file holds.</param>
    /// <param name="seen">The stamp of the lexicon it was compared with when it was agreed to.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Outcome> RunAsync(Lexicon brought, string seen, CancellationToken cancel) => hold.RunAsync(lexicon => Import(lexicon, brought, seen), cancel);

    private Outcome<Lexicon> Import(Lexicon lexicon, Lexicon brought, string seen)
    {
        var changes = LexiconChanges.Of(lexicon, brought);
        // Pressed twice: it is done already.
        if (changes.IsNothing) return lexicon;
        if (LexiconMerge.StampOf(lexicon) != seen) return Problem.Lost("lexicon.changed_since");
        audit.Record(new LexiconTrail.Imported(council.Id, changes.Added.Count, changes.Changed.Count));
        return LexiconMerge.ByCouncil(lexicon, brought);
    }
}

/// <summary>What a file would change.</summary>
internal sealed record LexiconChanges(IReadOnlyList<LexiconIdea> Added, IReadOnlyList<LexiconIdea> Changed, bool IsHeadChanged)
{
    public bool IsNothing => Added.Count == 0 && Changed.Count == 0 && !IsHeadChanged;

    public static LexiconChanges Of(Lexicon stored, Lexicon brought) => new(
        [.. brought.Ideas.Where(i => stored.Idea(i.Code) is null)],
        [.. brought.Ideas.Where(i => stored.Idea(i.Code) is { } was && !LexiconMerge.AreSame(was, i))],
        LexiconMerge.StampOf(stored with { Ideas = [], Examples = [] }) != LexiconMerge.StampOf(brought with { Ideas = [], Examples = [] }));
}
