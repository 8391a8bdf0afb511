using Diapason.Design;
using Diapason.Needs.Reference;
using Diapason.Needs.Wording;
using Diapason.Platform.Language;
using Diapason.Words;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>What was understood, ready for the page: the sentence in pieces, each with the number of the idea it says; the ideas to keep or strike; those one can add.</summary>
internal sealed class ShownWords
{
    /// <summary>More would be a form, not a glance.</summary>
    private const int MostIdeas = 10;

    private readonly NeedsReference _reference;

    public ShownWords(Understanding found, string text, NeedsReference reference, Texts<NeedsModule> texts)
    {
        _reference = reference;
        var mentions = found.Mentions.Where(m => m.State != MentionState.Refused && m.Idea.Meaning is not (IdeaMeaning.Subject or IdeaMeaning.Outside or IdeaMeaning.Distress))
            .OrderByDescending(Weight).Take(MostIdeas).OrderBy(m => m.Spans.Count > 0 ? m.Spans[0].At : int.MaxValue).ToList();
        Pieces = PiecesOf(text, mentions);
        Ideas = [.. mentions.Select((m, i) => new Choice(m.Idea.Code, texts["words.idea", i + 1, NameOf(m.Idea.Code)], m.Spans.Count == 0 ? texts["words.added"] : texts["words.because", string.Join(texts["act.day_separator"], m.Spans.Select(s => text.Substring(s.At, s.Length).Trim()).Distinct())]))];
        Kept = [.. mentions.Where(m => m.State == MentionState.Counted).Select(m => m.Idea.Code)];
        ToAdd = [.. reference.Lexicon!.Ideas.Where(i => i.Points.Count > 0 && i.Means is IdeaMeaning.Topic or IdeaMeaning.Without && !Kept.Contains(i.Code)).Select(i => new Choice(i.Code, i.Name.Here)).OrderBy(c => c.Label, StringComparer.CurrentCulture)];
        Repairs = [.. found.Repairs.Select(r => (text.Substring(r.At, r.Length), r.As)).Distinct().Take(MostIdeas)];
        Telling = found.IsOutside ? "" : string.Join(texts["act.day_separator"], found.Telling.OrderBy(t => t.At).Select(t => texts["words.quoted", text.Substring(t.At, t.Length)]).Distinct());
        Called = [.. ProfileOfWords.Called(found).Select(code => reference.Framework.Competency(code)!.Short.Here)];
    }

    /// <summary>In the order of the text; number 0: no idea.</summary>
    public IReadOnlyList<(string Text, int Number, bool IsStruck)> Pieces { get; }

    public IReadOnlyList<Choice> Ideas { get; }

    public IReadOnlyCollection<string> Kept { get; }

    public IReadOnlyList<Choice> ToAdd { get; }

    /// <summary>As written, and as read.</summary>
    public IReadOnlyList<(string Written, string Read)> Repairs { get; }

    /// <summary>The words by which similar sentences lead there too; empty when none does.</summary>
    public string Telling { get; }

    /// <summary>Names of the competencies called for.</summary>
    public IReadOnlyList<string> Called { get; }

    private string NameOf(string code) => _reference.Lexicon!.Idea(code)?.Name.Here ?? code;

    private static double Weight(Mention mention) => mention.Value * (1 + mention.Idea.Points.Values.DefaultIfEmpty(0).Max()) * (mention.Spans.Count == 0 ? 10 : 1);

    /// <summary>Where two ideas share words, the one that begins first, and of these the widest, is underlined.</summary>
    private static List<(string Text, int Number, bool IsStruck)> PiecesOf(string text, List<Mention> mentions)
    {
        var pieces = new List<(string Text, int Number, bool IsStruck)>();
        var at = 0;
        foreach (var (span, number, isStruck) in mentions.SelectMany((m, i) => m.Spans.Select(s => (Span: s, Number: i + 1, IsStruck: m.State == MentionState.Struck))).OrderBy(s => s.Span.At).ThenByDescending(s => s.Span.Length))
        {
            if (span.At < at) continue;
            if (span.At > at) pieces.Add((text[at..span.At], 0, false));
            pieces.Add((text.Substring(span.At, span.Length), number, isStruck));
            at = span.At + span.Length;
        }

        if (at < text.Length) pieces.Add((text[at..], 0, false));
        return pieces;
    }
}
