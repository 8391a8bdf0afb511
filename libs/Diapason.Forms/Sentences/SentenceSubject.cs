namespace Diapason.Forms;

/// <summary>What the subject of a sentence holds.</summary>
public enum SubjectKind
{
    /// <summary>One option's code.</summary>
    Choice,

    /// <summary>Several options' codes.</summary>
    Choices,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Words.</summary>
    Text,
}

/// <summary>What a sentence can be about: a variable, or a value that is worked out.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Kind">What it holds.</param>
public sealed record SentenceSubject(string Code, SubjectKind Kind)
{
    private static readonly SentenceOperator[] Answering = [SentenceOperator.IsAnswered, SentenceOperator.IsNotAnswered];
    private static readonly SentenceOperator[] Equality = [SentenceOperator.Is, SentenceOperator.IsNot];
    private static readonly SentenceOperator[] Order = [SentenceOperator.AtLeast, SentenceOperator.AtMost, SentenceOperator.MoreThan, SentenceOperator.LessThan, SentenceOperator.Between];
    private static readonly SentenceOperator[] Choosing = [SentenceOperator.Includes, SentenceOperator.IncludesNone, SentenceOperator.CountsAtLeast, SentenceOperator.CountsAtMost];

    /// <summary>The codes of its options, in order; empty for words, numbers and days.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>The missing kinds that are choices beside its options (<c>dont_know</c>): values of a sentence in which <see cref="Sentence.BlankCounts"/>.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whether it is worked out, and so is said in XLSForm's way alone.</summary>
    public bool IsCalculated { get; init; }

    /// <summary>What can be said of it, in the order to offer it.</summary>
    public IReadOnlyList<SentenceOperator> Operators => Kind switch
    {
        SubjectKind.Choices => [.. Choosing, .. Answering],
        SubjectKind.Number or SubjectKind.Date => [.. Equality, .. Order, .. Answering],
        _ => [.. Equality, .. Answering],
    };

    /// <summary>A variable as a subject.</summary>
    public static SentenceSubject Of(Variable variable) => new(variable.Code, variable.Type.Accept(SubjectKindOfType.Instance))
    {
        Options = [.. variable.Options.Select(option => option.Code)],
        Missing = variable.Type.IsCoded ? [.. variable.Question.MissingOptions.Select(option => option.Code)] : [],
    };

    /// <summary>A calculation as a subject; <see langword="null"/> when what it gives is known only once it is worked out, or is true or false.</summary>
    public static SentenceSubject? Of(Calculation calculation) => calculation.Value.Type switch
    {
        ExpressionType.Number => new(calculation.Code, SubjectKind.Number) { IsCalculated = true },
        ExpressionType.Date => new(calculation.Code, SubjectKind.Date) { IsCalculated = true },
        ExpressionType.Text => new(calculation.Code, SubjectKind.Text) { IsCalculated = true },
        _ => null,
    };

    /// <summary>The subject of a code, or <see langword="null"/>.</summary>
    public static SentenceSubject? Find(Questionnaire questionnaire, string code) =>
        questionnaire.FindVariable(code) is { } variable ? Of(variable)
        : questionnaire.Calculations.FirstOrDefault(calculation => calculation.Code == code) is { } calculation ? Of(calculation) : null;

    /// <summary>What a rule of a page or of one of its questions may be about: what is asked, or worked out from what is asked, on earlier pages. In order.</summary>
    public static IReadOnlyList<SentenceSubject> Before(Questionnaire questionnaire, Page page) =>
    [
        .. questionnaire.Variables.Where(variable => variable.Aspect is not (FieldNames.Version or FieldNames.Order) && variable.Question.Page.Index < page.Index).Select(Of),
        .. questionnaire.Calculations.Where(calculation => CalculationNames.RestsOn(calculation.Value).All(variable => variable.Question.Page.Index < page.Index)).Select(Of).OfType<SentenceSubject>(),
    ];

    private sealed class SubjectKindOfType : IVariableTypeVisitor<SubjectKind>
    {
        public static SubjectKindOfType Instance { get; } = new();

        public SubjectKind Visit(ChoiceType type) => SubjectKind.Choice;

        public SubjectKind Visit(ChoicesType type) => SubjectKind.Choices;

        public SubjectKind Visit(RankingType type) => SubjectKind.Choices;

        public SubjectKind Visit(NumberType type) => SubjectKind.Number;

        public SubjectKind Visit(DateType type) => SubjectKind.Date;

        public SubjectKind Visit(TextType type) => SubjectKind.Text;
    }
}
