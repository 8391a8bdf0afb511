using System.Collections.Immutable;
using Diapason.Text;

namespace Diapason.Forms;

/// <summary>
/// A questionnaire being written: what its file says, complete or not, right or not. Acts on it are pure functions from a draft to a draft. Compared by its
/// written form (<see cref="WriteDraft"/>), not by its parts.
/// </summary>
public sealed record Draft
{
    /// <summary>The questionnaire's stable code.</summary>
    public string Code { get; init; } = "";

    /// <summary>The version of its text.</summary>
    public string Version { get; init; } = "";

    /// <summary>The languages every text must have.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [LocalizedText.FrenchCode, LocalizedText.EnglishCode];

    /// <summary>How many minutes it takes, as written; empty when nothing is said.</summary>
    public string Minutes { get; init; } = "";

    /// <summary>Its title.</summary>
    public LocalizedText Title { get; init; } = LocalizedText.Empty;

    /// <summary>The version of the text consented to.</summary>
    public string ConsentVersion { get; init; } = "";

    /// <summary>The text consented to.</summary>
    public LocalizedText Consent { get; init; } = LocalizedText.Empty;

    /// <summary>The words of each missing kind a person may choose, by its code.</summary>
    public ImmutableSortedDictionary<string, LocalizedText> Missing { get; init; } = DraftPart.NoTexts;

    /// <summary>The lists of options that questions share.</summary>
    public IReadOnlyList<DraftList> Lists { get; init; } = [];

    /// <summary>What is worked out from answers, in order.</summary>
    public IReadOnlyList<DraftCalculation> Calculations { get; init; } = [];

    /// <summary>The sections, in order.</summary>
    public IReadOnlyList<DraftSection> Sections { get; init; } = [];

    /// <summary>Every page, in order.</summary>
    public IEnumerable<DraftPage> Pages => Sections.SelectMany(section => section.Pages);

    /// <summary>Every question, in order, with its page.</summary>
    public IEnumerable<(DraftPage Page, DraftQuestion Question)> Questions => Pages.SelectMany(page => page.Questions.Select(question => (page, question)));
}

/// <summary>What sections, pages, questions and options share: a code, texts by their key in the file, and values on one line.</summary>
public abstract record DraftPart
{
    /// <summary>No text at all, keys compared letter by letter.</summary>
    public static readonly ImmutableSortedDictionary<string, LocalizedText> NoTexts = ImmutableSortedDictionary.Create<string, LocalizedText>(StringComparer.Ordinal);

    /// <summary>No value at all, keys compared letter by letter.</summary>
    public static readonly ImmutableSortedDictionary<string, string> NoValues = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The stable code.</summary>
    public required string Code { get; init; }

    /// <summary>Texts by key: <c>title</c>, <c>hint</c>, <c>intro</c>…</summary>
    public ImmutableSortedDictionary<string, LocalizedText> Texts { get; init; } = NoTexts;

    /// <summary>Values as written, by key: <c>min</c>, <c>layout</c>, <c>required</c>…</summary>
    public ImmutableSortedDictionary<string, string> Values { get; init; } = NoValues;

    /// <summary>When it is shown, as an expression; empty for always.</summary>
    public string When { get; init; } = "";

    /// <summary>The title, or whatever words there are.</summary>
    public LocalizedText Title => Text("title");

    /// <summary>The text of a key; empty when there is none.</summary>
    public LocalizedText Text(string key) => Texts.GetValueOrDefault(key, LocalizedText.Empty);

    /// <summary>The value of a key; empty when there is none.</summary>
    public string Value(string key) => Values.GetValueOrDefault(key, "");
}

/// <summary>A part with a title of its own.</summary>
public sealed record DraftSection : DraftPart
{
    /// <summary>Its pages, in order.</summary>
    public IReadOnlyList<DraftPage> Pages { get; init; } = [];
}

/// <summary>One screen.</summary>
public sealed record DraftPage : DraftPart
{
    /// <summary>Its questions, in order.</summary>
    public IReadOnlyList<DraftQuestion> Questions { get; init; } = [];
}

/// <summary>One question of any kind.</summary>
public sealed record DraftQuestion : DraftPart
{
    /// <summary>The word of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Lists by key: <c>options</c>, <c>items</c>, <c>importance</c>, <c>mastery</c>.</summary>
    public ImmutableSortedDictionary<string, DraftScale> Scales { get; init; } = NoScales;

    /// <summary>Codes by key: <c>missing</c>.</summary>
    public ImmutableSortedDictionary<string, IReadOnlyList<string>> Codes { get; init; } = NoCodes;

    internal static readonly ImmutableSortedDictionary<string, DraftScale> NoScales = ImmutableSortedDictionary.Create<string, DraftScale>(StringComparer.Ordinal);
    internal static readonly ImmutableSortedDictionary<string, IReadOnlyList<string>> NoCodes = ImmutableSortedDictionary.Create<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>The list of a key; an own list of nothing when there is none.</summary>
    public DraftScale Scale(string key) => Scales.GetValueOrDefault(key, DraftScale.Empty);
}

/// <summary>A question's list: the name of a shared one, or its own options.</summary>
/// <param name="Shared">The shared list's name; empty for an own list.</param>
/// <param name="Options">Its own options; none for a shared list.</param>
public sealed record DraftScale(string Shared, IReadOnlyList<DraftOption> Options)
{
    /// <summary>An own list of nothing.</summary>
    public static readonly DraftScale Empty = new("", []);
}

/// <summary>One option or one item: its words, in <see cref="Label"/>, are keys of its own mapping in a file.</summary>
public sealed record DraftOption : DraftPart
{
    /// <summary>What the person reads.</summary>
    public LocalizedText Label { get; init; } = LocalizedText.Empty;
}

/// <summary>A list of options that questions share.</summary>
public sealed record DraftList(string Code, IReadOnlyList<DraftOption> Options);

/// <summary>What is worked out from answers.</summary>
public sealed record DraftCalculation(string Code, string Value);
