namespace Diapason.Statistics;

/// <summary>A subpopulation: a mask over the rows. Rows outside keep their place in the design, so variances stay right.</summary>
public sealed class Domain
{
    private readonly bool[] mask;

    private Domain(string name, bool[] mask) => (Name, this.mask) = (name, mask);

    /// <summary>What the subpopulation is, for labels and refusals.</summary>
    public string Name { get; }

    /// <summary>Number of rows of the whole sample.</summary>
    public int Count => mask.Length;

    /// <summary>One boolean a row.</summary>
    public ReadOnlySpan<bool> Mask => mask;

    /// <summary>The mask, refused when it is not that of a sample of so many rows.</summary>
    internal ReadOnlySpan<bool> MaskOver(int rows) => mask.Length == rows ? mask
        : throw new SurveyException(SurveyError.LengthMismatch, $"Domain '{Name}' has {mask.Length} rows, the design {rows}.", Name);

    /// <summary>A domain from a mask of one boolean a row (copied).</summary>
    public static Domain Where(string name, ReadOnlySpan<bool> mask) => new(name, mask.ToArray());

    /// <summary>The rows whose variable is the category.</summary>
    /// <exception cref="SurveyException">No category has that name.</exception>
    public static Domain Of(CategoricalColumn column, string category) => Of(column, column.IndexOf(category));

    /// <summary>The rows in a category of one variable and in one of another.</summary>
    /// <param name="first">The first variable.</param>
    /// <param name="category">Its category.</param>
    /// <param name="second">The second variable, over the same rows.</param>
    /// <param name="other">Its category.</param>
    /// <exception cref="SurveyException">A category is unknown, or rows differ.</exception>
    public static Domain Of(CategoricalColumn first, string category, CategoricalColumn second, string other) => Of(first, category).And(Of(second, other));

    /// <summary>The rows whose variable has the code.</summary>
    /// <exception cref="SurveyException">No category has that code.</exception>
    public static Domain Of(CategoricalColumn column, int code)
    {
        if ((uint)code >= (uint)column.Categories.Count)
            throw new SurveyException(SurveyError.UnknownCategory, $"'{column.Name}' has no category of index {code}.", column.Name);
        var inside = new bool[column.Count];
        for (var row = 0; row < inside.Length; row++)
            inside[row] = column[row] == code;
        return new Domain($"{column.Name}={column.Categories[code]}", inside);
    }

    /// <summary>The rows where a number meets a condition; missing rows are out.</summary>
    /// <param name="column">The variable.</param>
    /// <param name="condition">Whether a value is in; never asked about a missing one.</param>
    public static Domain Where(NumericColumn column, Func<double, bool> condition)
    {
        var inside = new bool[column.Count];
        for (var row = 0; row < inside.Length; row++)
            inside[row] = column[row] is { } value && condition(value);
        return new Domain(column.Name, inside);
    }

    /// <exception cref="SurveyException"><see cref="SurveyError.LengthMismatch"/>: its rows are not those of the sample.</exception>
    internal void Check(int rows)
    {
        if (Count != rows)
            throw new SurveyException(SurveyError.LengthMismatch, $"Domain '{Name}' has {Count} rows, the design {rows}.", Name);
    }

    /// <summary>Rows in both.</summary>
    /// <exception cref="SurveyException">They do not have the same rows.</exception>
    public Domain And(Domain other) => Combine(other, $"{Name} & {other.Name}", static (a, b) => a && b);

    /// <summary>Rows in either.</summary>
    /// <exception cref="SurveyException">They do not have the same rows.</exception>
    public Domain Or(Domain other) => Combine(other, $"{Name} | {other.Name}", static (a, b) => a || b);

    /// <summary>Rows outside, missing ones among them.</summary>
    public Domain Not() => Combine(this, $"not {Name}", static (a, _) => !a);

    private Domain Combine(Domain other, string name, Func<bool, bool, bool> rule)
    {
        if (other.Count != Count)
            throw new SurveyException(SurveyError.LengthMismatch, $"Domains '{Name}' and '{other.Name}' do not have the same rows.", other.Name);
        var inside = new bool[Count];
        for (var row = 0; row < inside.Length; row++)
            inside[row] = rule(this.mask[row], other.mask[row]);
        return new Domain(name, inside);
    }
}
