using Diapason.Text;

namespace Diapason.Forms;

/// <summary>The kinds of questions.</summary>
public enum QuestionKind
{
    /// <summary>One option (<c>single</c>).</summary>
    Single,

    /// <summary>Several options (<c>multiple</c>).</summary>
    Multiple,

    /// <summary>Several statements on one scale (<c>statements</c>).</summary>
    Statements,

    /// <summary>Each item's importance, and how well it is mastered (<c>paired</c>).</summary>
    Paired,

    /// <summary>Each task sorted into one of three piles (<c>piles</c>).</summary>
    Piles,

    /// <summary>A number (<c>number</c>).</summary>
    Number,

    /// <summary>A line of words (<c>short_text</c>).</summary>
    ShortText,

    /// <summary>A few sentences (<c>long_text</c>).</summary>
    LongText,

    /// <summary>Agreement to the consent text (<c>consent</c>).</summary>
    Consent,

    /// <summary>Words to read, nothing to answer (<c>note</c>).</summary>
    Note,
}

/// <summary>How a question asks to be laid out; a hint that a narrow screen may ignore.</summary>
public enum QuestionLayout
{
    /// <summary>One under the other.</summary>
    Items,

    /// <summary>Statements as rows, the scale as columns.</summary>
    Grid,

    /// <summary>A drop-down list, for a long list of options.</summary>
    Select,
}

/// <summary>One choice of a question.</summary>
public sealed record Option
{
    /// <summary>The stable code, stored and exported.</summary>
    public required string Code { get; init; }

    /// <summary>What the person reads.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>A line under the label; may be empty.</summary>
    public LocalizedText Hint { get; init; } = LocalizedText.Empty;

    /// <summary>Whether it forbids every other choice (“none of these”).</summary>
    public bool Exclusive { get; init; }

    /// <summary>Whether it comes with a line to specify.</summary>
    public bool Other { get; init; }

    /// <summary>The missing kind it stands for; <see cref="MissingKind.None"/> for a true option.</summary>
    public MissingKind Missing { get; init; }
}

/// <summary>A statement, a task or a competency: one row of a question that has several.</summary>
public sealed record QuestionItem(string Code, LocalizedText Label);

/// <summary>One question, with the fields that ask it and the variables that keep its answer.</summary>
public sealed class Question
{
    /// <summary>The question's stable code.</summary>
    public required string Code { get; init; }

    /// <summary>Its kind.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>The question itself.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>A line under the question; may be empty.</summary>
    public LocalizedText Hint { get; init; } = LocalizedText.Empty;

    /// <summary>The words beside the box to tick of a consent; the words of a note. May be empty.</summary>
    public LocalizedText Body { get; init; } = LocalizedText.Empty;

    /// <summary>Whether the page is refused without it.</summary>
    public bool Required { get; init; }

    /// <summary>When it is shown; always when <see langword="null"/>.</summary>
    public Condition? When { get; init; }

    /// <summary>How it asks to be laid out.</summary>
    public QuestionLayout Layout { get; init; }

    /// <summary>The options, scale or piles; the importance scale of a paired question.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>The mastery scale of a paired question.</summary>
    public IReadOnlyList<Option> MasteryOptions { get; init; } = [];

    /// <summary>The missing kinds a person can choose here, as options.</summary>
    public IReadOnlyList<Option> MissingOptions { get; init; } = [];

    /// <summary>The statements, tasks or competencies.</summary>
    public IReadOnlyList<QuestionItem> Items { get; init; } = [];

    /// <summary>Bounds, unit and lengths.</summary>
    public QuestionLimits Limits { get; init; } = new();

    /// <summary>The form's fields, in order.</summary>
    public IReadOnlyList<Field> Fields { get; internal set; } = [];

    /// <summary>The variables that keep the answer, in order; none for a note.</summary>
    public IReadOnlyList<Variable> Variables { get; internal set; } = [];

    /// <summary>Its page.</summary>
    public Page Page { get; internal set; } = null!;

    /// <summary>Its place among all questions, from zero.</summary>
    public int Index { get; internal set; }

    /// <summary>The fields of one item, such as its importance and its mastery.</summary>
    public IEnumerable<Field> FieldsOf(QuestionItem item) => Fields.Where(field => ReferenceEquals(field.Variable.Item, item));
}

/// <summary>The bounds of an answer; each is used by the kinds it makes sense for.</summary>
public sealed record QuestionLimits
{
    /// <summary>Characters allowed in a short text unless said otherwise.</summary>
    public const int DefaultShortText = 200;

    /// <summary>Characters allowed in a long text unless said otherwise.</summary>
    public const int DefaultLongText = 4000;

    /// <summary>The fewest choices, once there is one.</summary>
    public int MinChoices { get; init; }

    /// <summary>The most choices; zero for no bound.</summary>
    public int MaxChoices { get; init; }

    /// <summary>The smallest number allowed.</summary>
    public decimal? Min { get; init; }

    /// <summary>The largest number allowed.</summary>
    public decimal? Max { get; init; }

    /// <summary>How many decimals a number may have.</summary>
    public int Decimals { get; init; }

    /// <summary>The unit shown after the number; may be empty.</summary>
    public LocalizedText Unit { get; init; } = LocalizedText.Empty;

    /// <summary>The most characters of a text.</summary>
    public int MaxLength { get; init; }
}
