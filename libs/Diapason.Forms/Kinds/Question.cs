using Diapason.Text;

namespace Diapason.Forms;

/// <summary>One choice of a question.</summary>
public sealed record Option
{
    /// <summary>The stable code, stored and exported.</summary>
    public required string Code { get; init; }

    /// <summary>What the person reads.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>A line under the label; may be empty.</summary>
    public LocalizedText Hint { get; init; } = LocalizedText.Empty;

    /// <summary>An image beside the label; <see langword="null"/> for most.</summary>
    public OptionImage? Image { get; init; }

    /// <summary>Whether it forbids every other choice (“none of these”).</summary>
    public bool Exclusive { get; init; }

    /// <summary>Whether it comes with a line to specify.</summary>
    public bool Other { get; init; }

    /// <summary>When it is offered; always when <see langword="null"/>.</summary>
    public Condition? When { get; init; }

    /// <summary>The missing kind it stands for; <see cref="MissingKind.None"/> for a true option.</summary>
    public MissingKind Missing { get; init; }
}

/// <summary>A statement, a task or a competency: one row of a question that has several.</summary>
public sealed record QuestionItem(string Code, LocalizedText Label);

/// <summary>
/// One question, with the fields that ask it and the variables that keep its answer. Each kind is a class of its own (<c>Kinds/</c>) that reads
/// itself, lays its fields and checks what is posted; whoever treats kinds apart implements <see cref="IQuestionVisitor{T}"/>.
/// </summary>
public abstract class Question
{
    private protected Question(QuestionSource source, Asking asking = Asking.Freely)
    {
        var map = source.Map;
        Code = map.Code("code", CodeKind.Question);
        Title = asking == Asking.Nothing ? map.OptionalSaid("title") : map.Said("title");
        Hint = map.OptionalSaid("hint");
        When = ConditionReader.Read(map, source.Context);
        Required = asking == Asking.Always || (asking == Asking.Freely && map.Flag("required"));
        MissingOptions = asking == Asking.Freely ? OptionsReader.FindMissing(map, source.Context) : [];
    }

    /// <summary>A question about some of another's items, which it is equal to otherwise.</summary>
    private protected Question(Question whole)
    {
        Code = whole.Code;
        Title = whole.Title;
        Hint = whole.Hint;
        When = whole.When;
        Required = whole.Required;
        MissingOptions = whole.MissingOptions;
    }

    /// <summary>The word that names its kind in a file: <c>single</c>, <c>date</c>…</summary>
    public abstract string Kind { get; }

    /// <summary>The question's stable code.</summary>
    public string Code { get; }

    /// <summary>The question itself.</summary>
    public LocalizedText Title { get; }

    /// <summary>Its title as nobody in particular reads it: an answer it quotes is named by the title of its question.</summary>
    public LocalizedText PlainTitle => Page.Section.Questionnaire.Titled(Title);

    /// <summary>A line under the question; may be empty.</summary>
    public LocalizedText Hint { get; }

    /// <summary>Whether the page is refused without it.</summary>
    public bool Required { get; }

    /// <summary>When it is shown; always when <see langword="null"/>.</summary>
    public Condition? When { get; }

    /// <summary>The missing kinds a person can choose here, as options.</summary>
    public IReadOnlyList<Option> MissingOptions { get; }

    /// <summary>The statements, tasks or competencies; none for most kinds.</summary>
    public virtual IReadOnlyList<QuestionItem> Items => [];

    /// <summary>The field where missing kinds are ticked, beside what is typed; <see langword="null"/> when there is none.</summary>
    public virtual Field? MissingMark => null;

    /// <summary>The form's fields, in order.</summary>
    public IReadOnlyList<Field> Fields { get; private set; } = [];

    /// <summary>The variables that keep the answer, in order; none for a note.</summary>
    public IReadOnlyList<Variable> Variables { get; private set; } = [];

    /// <summary>Words to read below its title; empty for most kinds.</summary>
    public virtual LocalizedText Body => LocalizedText.Empty;

    /// <summary>The unit shown after each number; empty for most.</summary>
    public virtual LocalizedText Unit => LocalizedText.Empty;

    /// <summary>The line that specifies an “other”; <see langword="null"/> when no option asks for it.</summary>
    public virtual Field? Other => null;

    /// <summary>Its options, when some are offered to some people only; empty when everybody is offered them all.</summary>
    public virtual IReadOnlyList<Option> Filtered => [];

    /// <summary>Whether it is the agreement to take part, which comes before the answers and is none of them.</summary>
    public virtual bool IsConsent => false;

    /// <summary>Whether nobody answers it: its value comes from other answers.</summary>
    public virtual bool IsWorkedOut => false;

    /// <summary>What its value is worked out by; <see langword="null"/> when people answer it.</summary>
    public Expression? WorkedOutBy => Calculation?.Value;

    /// <summary>Whether it is answered by typing, so that anything may be written.</summary>
    public virtual bool IsWritten => false;

    /// <summary>Whether its fields are filled by weighing one against another, in an order or to a total.</summary>
    public virtual bool IsArranged => false;

    /// <summary>Whether it asks for its lines as rows of one grid; a narrow screen may ignore it.</summary>
    public virtual bool AsGrid => false;

    /// <summary>Whether each of its items is met on a page of its own.</summary>
    public virtual bool IsPaged => false;

    /// <summary>Whether one and the same answer down all its lines may be a way of not reading them (straight-lining).</summary>
    public virtual bool CanBeStraightLined => false;

    /// <summary>Whether a change to one of its fields means all of them.</summary>
    public virtual bool IsChangedAsOne => IsOneAnswer;

    /// <summary>Whether its fields make one answer together: what is wrong with one leaves none of them kept.</summary>
    public virtual bool IsOneAnswer => false;

    /// <summary>Whether people see it: a value may be worked out without being shown.</summary>
    public virtual bool IsSeen => true;

    /// <summary>What the answer must hold true, <c>.</c> being the answer; nothing when <see langword="null"/>. It may name questions of its page and of earlier ones.</summary>
    public Expression? Constraint { get; private set; }

    /// <summary>What is told to whoever breaks the constraint or the bounds; empty for the house’s own words.</summary>
    public LocalizedText ConstraintMessage { get; private set; } = LocalizedText.Empty;

    /// <summary>Whether its options come in an order drawn for each person, which is kept: see <see cref="RandomOrder"/>.</summary>
    public bool IsShuffled { get; private set; }

    /// <summary>Its page.</summary>
    public Page Page { get; internal set; } = null!;

    /// <summary>Its place among all questions, from zero.</summary>
    public int Index { get; internal set; }

    /// <summary>The length of the question in tenths of a short one; only ratios matter.</summary>
    internal abstract int Weight { get; }

    // Missing from a value that is worked out only while a file that is refused is read.
    internal virtual Calculation? Calculation => null;

    /// <summary>What an expression gave, as a value to keep.</summary>
    internal virtual AnswerValue Of(ExpressionValue value) => default;

    /// <summary>How many choices an answer holds.</summary>
    internal virtual (int Least, int Most) ChoiceBounds => (0, int.MaxValue);

    /// <summary>The numbers allowed, and their decimals.</summary>
    internal virtual (decimal? Min, decimal? Max, int Decimals) NumberBounds => (null, null, 0);

    /// <summary>The days allowed.</summary>
    internal virtual (DateOnly Min, DateOnly Max) DayBounds => (DateQuestion.Earliest, DateQuestion.Latest);

    /// <summary>The same question cut into those that are each met on a page of their own; empty when it stays whole.</summary>
    internal virtual IReadOnlyList<Question> OneAPage => [];

    /// <summary>Each list of choices a field shows, before the missing kinds.</summary>
    internal virtual IEnumerable<IReadOnlyList<Option>> Scales => [];

    /// <summary>The fields of one item, such as its importance and its mastery.</summary>
    public IEnumerable<Field> FieldsOf(QuestionItem item) => Fields.Where(field => !field.IsMissingMark && ReferenceEquals(field.Variable.Item, item));

    /// <summary>Calls the visitor's method for this kind.</summary>
    public abstract T Accept<T>(IQuestionVisitor<T> visitor);

    /// <summary>Reads and checks what was posted for it.</summary>
    internal abstract void Take(PageCheck check);

    /// <summary>Adds what its answers say by themselves, to answers about to be kept.</summary>
    internal virtual void WorkOut(Dictionary<string, AnswerValue> kept)
    {
    }

    /// <summary>The order in which its options were shown, to be kept: codes apart by a space.</summary>
    internal void KeepOrder(Dictionary<string, AnswerValue> kept, IEnumerable<Option> shown) => kept[Named(FieldNames.Order)] = AnswerValue.Of(string.Join(' ', shown.Select(option => option.Code)));

    /// <summary>Whether a value read from a file lies within the question's bounds.</summary>
    internal virtual bool Allows(AnswerValue value) => true;

    /// <summary>Whether this person met one of its variables, the question being shown: the line that specifies an “other” is asked of those who chose it.</summary>
    internal virtual bool Asks(Variable variable, AnswerSet answers) => true;

    private protected void ReadOrder(QuestionSource source)
    {
        IsShuffled = source.Map.OptionalText("order") is { } order && order == RandomOrder.Word;
        if (!IsShuffled && source.Map.Has("order")) source.Refuse("order", "unknown_order");
    }

    private protected IEnumerable<Variable> OrderBeside() => IsShuffled ? [new(Named(FieldNames.Order), VariableType.Text, this, []) { Aspect = FieldNames.Order }] : [];

    private protected void ReadConstraint(QuestionSource source) =>
        (Constraint, ConstraintMessage) = (ConditionReader.ReadConstraint(source.Map, source.Context), source.Map.OptionalSaid("constraint_message"));

    /// <summary>Gives the question its fields and variables, once its codes are known to be distinct.</summary>
    internal void Lay()
    {
        Fields = [.. MakeFields()];
        Variables = [.. Fields.Select(field => field.Variable).Distinct(), .. KeptBeside()];
    }

    private protected abstract IEnumerable<Field> MakeFields();

    /// <summary>Variables that no field fills, such as the version of the text consented to.</summary>
    private protected virtual IEnumerable<Variable> KeptBeside() => [];

    private protected string Named(params ReadOnlySpan<string> parts) => $"{Code}.{string.Join('.', parts)}";
}

/// <summary>Whether an answer may be left out.</summary>
internal enum Asking
{
    /// <summary>The file says so; a person may also be offered missing kinds.</summary>
    Freely,

    /// <summary>Never.</summary>
    Always,

    /// <summary>Nobody answers: the value is worked out.</summary>
    WorkedOut,

    /// <summary>There is no answer: words to read, whose title may be left out.</summary>
    Nothing,
}
