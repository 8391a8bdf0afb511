namespace Diapason.Forms;

/// <summary>What a finding does to a questionnaire that is to be opened.</summary>
public enum FindingSeverity
{
    /// <summary>It cannot be opened so: somebody would be stuck, or something is never asked.</summary>
    Blocks,

    /// <summary>It can; its authors should look.</summary>
    Warns,
}

/// <summary>What a finding is about.</summary>
public enum FindingPart
{
    /// <summary>The questionnaire as a whole, its title and its consent text.</summary>
    Questionnaire,

    /// <summary>A section.</summary>
    Section,

    /// <summary>A page.</summary>
    Page,

    /// <summary>A question.</summary>
    Question,

    /// <summary>An option of a question.</summary>
    Option,

    /// <summary>A statement, a task or a competency of a question.</summary>
    Item,
}

/// <summary>Where a finding stands.</summary>
/// <param name="Part">What it is about.</param>
/// <param name="Code">Its code.</param>
/// <param name="Question">For an option or an item, the code of the question; empty otherwise.</param>
public sealed record FindingPlace(FindingPart Part, string Code, string Question = "");

/// <summary>Something found in a questionnaire that its authors would want to know before anybody answers.</summary>
/// <param name="Code">The stable code; one of <see cref="FindingCodes"/>.</param>
/// <param name="Severity">Whether it keeps the questionnaire from being opened.</param>
/// <param name="Place">What it is about.</param>
/// <param name="Facts">What a sentence needs, by name.</param>
public sealed record Finding(string Code, FindingSeverity Severity, FindingPlace Place, IReadOnlyList<(string Name, object? Value)> Facts)
{
    /// <summary>One line for a console: <c>Page work: Blocks never_shown condition=status = 'x'</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{Place.Part} {(Place.Question.Length > 0 ? Place.Question + "/" : "")}{Place.Code}: {Severity} {Code}{string.Concat(Facts.Select(fact => string.Create(System.Globalization.CultureInfo.InvariantCulture, $" {fact.Name}={fact.Value}")))}");
}

/// <summary>Every code a <see cref="Finding"/> can carry.</summary>
public static class FindingCodes
{
    /// <summary>No answers ever show it; <c>condition</c>, of the part itself or, when it has none, of what is around. Proved. Blocks.</summary>
    public const string NeverShown = "never_shown";

    /// <summary>No answers were found that show it, and none can be shown not to exist; <c>condition</c>. Warns.</summary>
    public const string ReachNotProved = "reach_not_proved";

    /// <summary>Its condition holds for whoever comes to it, and might as well not be there; <c>condition</c>. Proved. Warns.</summary>
    public const string AlwaysShown = "always_shown";

    /// <summary>No answer lies within its bounds. Blocks when the question is required, for nobody gets further; warns otherwise.</summary>
    public const string NoAnswerFits = "no_answer_fits";

    /// <summary>So many random respondents could not leave the page; <c>walks</c>, <c>of</c>. Blocks.</summary>
    public const string DeadEnd = "dead_end";

    /// <summary>An option that can never be part of an answer: too few may go with it; <c>min</c>. Blocks.</summary>
    public const string OptionNeverUsable = "option_never_usable";

    /// <summary>An option that no answers given before ever offer; <c>condition</c>. Proved. Blocks.</summary>
    public const string OptionNeverOffered = "option_never_offered";

    /// <summary>No answers were found that offer an option, and none can be shown not to exist; <c>condition</c>. Warns.</summary>
    public const string OfferNotProved = "offer_not_proved";

    /// <summary>No answer was found that its constraint accepts, and none can be shown not to exist; <c>condition</c>. Warns.</summary>
    public const string FitNotProved = "fit_not_proved";

    /// <summary>A title or words to read that are dots alone, put where something was to be written; <c>text</c>, <c>language</c>. Blocks.</summary>
    public const string WordsMissing = "words_missing";

    /// <summary>Two options or items that read the same; <c>language</c>, <c>other</c>, the code of the first. Warns.</summary>
    public const string SameWords = "same_words";

    /// <summary>A text that says the same in two languages, as when one was copied to be translated; <c>text</c>, <c>language</c>, <c>other</c>. Warns.</summary>
    public const string SameInLanguages = "same_in_languages";

    /// <summary>Somebody is asked who they are; <c>word</c>, <c>language</c>, empty for a code. Warns.</summary>
    public const string LooksPersonal = "looks_personal";

    /// <summary>A sentence longer than <see cref="Readability.MostWords"/> words; <c>text</c>, <c>language</c>, <c>words</c>, <c>most</c>, <c>starts</c>. Warns.</summary>
    public const string SentenceTooLong = "sentence_too_long";

    /// <summary>Long words in long sentences; <c>text</c>, <c>language</c>, <c>lix</c>, <c>most</c>. Warns.</summary>
    public const string HardToRead = "hard_to_read";

    /// <summary>Half of the random respondents need more than the minutes that are told; <c>minutes</c>, <c>median</c>, <c>longest</c>. Warns.</summary>
    public const string LongerThanSaid = "longer_than_said";

    /// <summary>A text quotes an answer that may not be there, and says nothing instead; <c>text</c>, <c>name</c>. Warns.</summary>
    public const string QuotedMayLack = "quoted_may_lack";

    /// <summary>Every code, for the tests that look for a missing message.</summary>
    public static IReadOnlyList<string> All { get; } =
        [NeverShown, ReachNotProved, AlwaysShown, NoAnswerFits, DeadEnd, OptionNeverUsable, OptionNeverOffered, OfferNotProved, FitNotProved, WordsMissing, SameWords, SameInLanguages, LooksPersonal, SentenceTooLong, HardToRead, LongerThanSaid, QuotedMayLack];
}
