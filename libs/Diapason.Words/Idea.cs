namespace Diapason.Words;

/// <summary>Something people say in many ways, and what it points to. A lexicon is a list of ideas that its keeper reads, edits and tries.</summary>
public sealed record Idea
{
    /// <summary>Stable, unique in its lexicon.</summary>
    public required string Code { get; init; }

    /// <summary>What saying it means, beside the topics it points to.</summary>
    public IdeaMeaning Meaning { get; init; }

    /// <summary>How far one mention settles its meaning or its facets, against others; 1 when nothing else is said.</summary>
    public double Strength { get; init; } = 1;

    /// <summary>The topics it points to, each with its strength, from 1 (a little) to 6 (nothing else).</summary>
    public IReadOnlyDictionary<string, double> Points { get; init; } = new Dictionary<string, double>();

    /// <summary>What else it says, by kind: <c>task</c> → <c>grant</c>. One value a kind.</summary>
    public IReadOnlyDictionary<string, string> Facets { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// How it is said, by language. Of a phrase, the words of meaning are looked for near each other, in any order and any form; small words are only looked for in
    /// a phrase that has a single word of meaning (« mes œuvres »), which is then looked for as it is. A star ends a word that may go on: <c>plagi*</c>.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Phrases { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>What saying an idea means.</summary>
public enum IdeaMeaning
{
    /// <summary>It points to topics.</summary>
    Topic,

    /// <summary>It names the subject that the whole lexicon is about: what says it is hardly outside the field. Refused, it says the person wants to do without.</summary>
    Subject,

    /// <summary>It is outside the field.</summary>
    Outside,

    /// <summary>What is asked can, or should, be done without the subject.</summary>
    Without,

    /// <summary>Somebody is suffering.</summary>
    Distress,
}

/// <summary>A sentence and what a person who read it found in it: weights are learnt from such examples.</summary>
/// <param name="Text">What was written.</param>
/// <param name="Language">In which language.</param>
/// <param name="Topics">The topics it calls for, the first first; empty when it is outside the field.</param>
/// <param name="IsOutside">It is outside the field.</param>
/// <param name="IsWithout">Nothing of the subject is needed.</param>
/// <param name="IsDistress">Whoever wrote it suffers.</param>
/// <param name="Weight">How much it counts, 1 for a sentence that somebody could have written.</param>
public sealed record Example(string Text, string Language, IReadOnlyList<string> Topics, bool IsOutside = false, bool IsWithout = false, bool IsDistress = false, double Weight = 1);
