namespace Diapason.Forms;

/// <summary>Each item's importance, and how well it is mastered (<c>paired</c>); one item a page.</summary>
public sealed class PairedQuestion : Question
{
    /// <summary>Its word in a file.</summary>
    public const string Word = "paired";

    internal PairedQuestion(QuestionSource source)
        : base(source)
    {
        Importance = OptionsReader.Find(source.Map, FieldNames.Importance, source.Context);
        Mastery = OptionsReader.Find(source.Map, FieldNames.Mastery, source.Context);
        Items = OptionsReader.Items(source.Map);
        CheckScale(source, FieldNames.Importance, Importance);
        CheckScale(source, FieldNames.Mastery, Mastery);
    }

    private PairedQuestion(PairedQuestion whole, QuestionItem item)
        : base(whole)
    {
        (Importance, Mastery) = (whole.Importance, whole.Mastery);
        Items = [item];
    }

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <summary>The importance scale.</summary>
    public IReadOnlyList<Option> Importance { get; }

    /// <summary>The mastery scale.</summary>
    public IReadOnlyList<Option> Mastery { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionItem> Items { get; }

    /// <inheritdoc/>
    public override bool IsPaged => true;

    // Items that share a code are refused, and named once.
    internal override IReadOnlyList<Question> OneAPage =>
        Items.DistinctBy(item => item.Code, StringComparer.Ordinal).Count() == Items.Count ? [.. Items.Select(item => new PairedQuestion(this, item))] : [];

    internal override int Weight => 12 * Items.Count;

    internal override IEnumerable<IReadOnlyList<Option>> Scales => [Importance, Mastery];

    /// <inheritdoc/>
    public override T Accept<T>(IQuestionVisitor<T> visitor) => visitor.Visit(this);

    internal override void Take(PageCheck check)
    {
        foreach (var field in Fields) check.TakeOne(field);
    }

    private protected override IEnumerable<Field> MakeFields()
    {
        IReadOnlyList<Option> important = [.. Importance, .. MissingOptions], mastered = [.. Mastery, .. MissingOptions];
        foreach (var item in Items)
        {
            yield return Side(item, FieldNames.Importance, Importance, important);
            yield return Side(item, FieldNames.Mastery, Mastery, mastered);
        }
    }

    private Field Side(QuestionItem item, string aspect, IReadOnlyList<Option> scale, IReadOnlyList<Option> choices)
    {
        var name = Named(item.Code, aspect);
        return new(name, new(name, VariableType.Choice, this, scale) { Item = item, Aspect = aspect }, choices);
    }

    private static void CheckScale(QuestionSource source, string key, IReadOnlyList<Option> scale)
    {
        if (scale.Any(option => option.Other || option.Exclusive || option.When is not null || option.Image is not null)) source.Refuse(key, "option_out_of_place");
    }
}
