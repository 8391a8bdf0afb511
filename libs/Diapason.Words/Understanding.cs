namespace Diapason.Words;

/// <summary>What a text was found to say, and by which of its words.</summary>
/// <param name="Language">The language it was read in, which may not be the one announced.</param>
/// <param name="Mentions">The ideas found, in the order of the text; those struck or refused are there, and count for nothing.</param>
/// <param name="Topics">Every topic of the lexicon, the likeliest first, each with the ideas that brought it.</param>
/// <param name="Telling">Words that call for the first topic by what examples taught, the most telling first; four at most.</param>
/// <param name="Facets">By kind, the value that the ideas found point to most.</param>
/// <param name="IsOutside">It is about something else.</param>
/// <param name="IsWithout">Nothing of the subject is needed.</param>
/// <param name="IsDistress">Somebody is suffering.</param>
/// <param name="Repairs">Words read otherwise than they were written.</param>
/// <param name="IsCut">Only the beginning was read.</param>
public sealed record Understanding(
    string Language,
    IReadOnlyList<Mention> Mentions,
    IReadOnlyList<RankedTopic> Topics,
    IReadOnlyList<Span> Telling,
    IReadOnlyDictionary<string, string> Facets,
    bool IsOutside,
    bool IsWithout,
    bool IsDistress,
    IReadOnlyList<Repair> Repairs,
    bool IsCut)
{
    /// <summary>The ideas that count.</summary>
    public IEnumerable<Mention> Counted => Mentions.Where(m => m.State == MentionState.Counted);

    /// <summary>Nothing that the lexicon or the examples know was found.</summary>
    public bool IsNothing => !Counted.Any() && Telling.Count == 0;
}

/// <summary>An idea found in a text.</summary>
/// <param name="Idea">Which.</param>
/// <param name="Spans">The parts of the text that say it; none when the person added it.</param>
/// <param name="State">Whether it counts.</param>
/// <param name="Value">How clearly it was said: 1 once, a little more several times.</param>
public sealed record Mention(Idea Idea, IReadOnlyList<Span> Spans, MentionState State, double Value);

/// <summary>Whether an idea counts.</summary>
public enum MentionState
{
    /// <summary>It does.</summary>
    Counted,

    /// <summary>The text refuses it: « sans robot ».</summary>
    Refused,

    /// <summary>The person took it out.</summary>
    Struck,
}

/// <summary>A part of a text, in characters.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Length">How long it is.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Span(int At, int Length);

/// <summary>A topic and how much the text calls for it.</summary>
/// <param name="Topic">Its code.</param>
/// <param name="Score">Above that of the topics after it; only differences mean something.</param>
/// <param name="Because">The ideas that brought it, each with its part of the score, the heaviest first.</param>
public sealed record RankedTopic(string Topic, double Score, IReadOnlyList<(Idea Idea, double Part)> Because);
