using System.Runtime.CompilerServices;
using Diapason.Needs.Reference;
using Diapason.Text;
using Diapason.Words;

namespace Diapason.Needs.Wording;

/// <summary>What a council's lexicon understands: its matcher, and what each entry of its offer speaks of, in the lexicon's own ideas.</summary>
internal sealed class CouncilWords
{
    private const int MostEntries = 6;

    /// <summary>Less than this part of the closest, an entry speaks of something else.</summary>
    private const double LeastPart = 0.3;

    /// <summary>So many times closer than the next, an entry is asked for.</summary>
    private const double Clearly = 1.5;

    private readonly Dictionary<string, Dictionary<string, double>> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _rare;

    public CouncilWords(NeedsReference reference)
    {
        Matcher = MakeMatcher.Of(reference, reference.Lexicon);
        foreach (var entry in reference.Offer.Entries) _entries[entry.Code] = IdeasOf(entry);
        // What every entry speaks of tells none from another.
        _rare = _entries.Values.SelectMany(ideas => ideas.Keys).GroupBy(idea => idea).ToDictionary(same => same.Key, same => Math.Log(1 + (_entries.Count / (double)same.Count())), StringComparer.Ordinal);
    }

    public WordMatcher Matcher { get; }

    /// <summary>The one entry that what was said asks for, closer than any other by far; null when several are as close.</summary>
    public string? Asked(Understanding found) => Near(found) is [var first, .. var others] && first.Near > 0 && (others is not [var second, ..] || first.Near >= second.Near * Clearly) ? first.Code : null;

    /// <summary>Entries that speak of what was said, the closest first.</summary>
    public IReadOnlyList<string> Answering(Understanding found)
    {
        var near = Near(found);
        var least = near.Select(e => e.Near).DefaultIfEmpty().Max() * LeastPart;
        return [.. near.Where(e => e.Near > 0 && e.Near >= least).Take(MostEntries).Select(e => e.Code)];
    }

    private List<(string Code, double Near)> Near(Understanding found)
    {
        var said = found.Counted.Where(Speaks).ToDictionary(m => m.Idea.Code, m => m.Value * Weight(m.Idea), StringComparer.Ordinal);
        return [.. _entries.Select(entry => (Code: entry.Key, Near: entry.Value.Sum(idea => said.GetValueOrDefault(idea.Key) * idea.Value * _rare[idea.Key]))).OrderByDescending(e => e.Near).ThenBy(e => e.Code, StringComparer.Ordinal)];
    }

    /// <summary>By idea, its part of what the entry says in all its languages; the parts of a long text are smaller.</summary>
    private Dictionary<string, double> IdeasOf(OfferEntry entry)
    {
        var ideas = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var language in entry.Title.Languages)
        {
            var text = string.Join(". ", new[] { entry.Title, entry.Text, entry.Words }.OfType<LocalizedText>().Select(t => t.In(language)));
            foreach (var mention in Matcher.Understand(text, language).Counted.Where(Speaks)) ideas[mention.Idea.Code] = Math.Max(ideas.GetValueOrDefault(mention.Idea.Code), mention.Value);
        }

        var length = Math.Sqrt(ideas.Values.Sum(value => value * value));
        return ideas.ToDictionary(i => i.Key, i => i.Value / length, StringComparer.Ordinal);
    }

    private static bool Speaks(Mention mention) => mention.Idea.Points.Count > 0;

    private static double Weight(Idea idea) => idea.Points.Values.Max() / 4;
}

/// <summary>Each council's words, made when they are first needed and as long as its reference and lexicon stay what they are.</summary>
internal sealed class WordsLibrary
{
    private readonly ConditionalWeakTable<NeedsReference, Lazy<CouncilWords>> _made = [];

    public CouncilWords Of(NeedsReference reference) => _made.GetValue(reference, static of => new Lazy<CouncilWords>(() => new CouncilWords(of))).Value;

    /// <summary>Made while the person writes, so that nobody waits for it.</summary>
    public void Prepare(NeedsReference reference) => _ = Task.Run(() => Of(reference));
}
