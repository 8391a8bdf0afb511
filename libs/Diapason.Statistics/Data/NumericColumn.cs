namespace Diapason.Statistics;

/// <summary>A numeric variable: one <see cref="double"/> a row; a missing value is a NaN whose payload holds its kind.</summary>
public sealed class NumericColumn
{
    private const long MissingBits = 0x7FF8_0000_0000_0000;
    private readonly ReadOnlyMemory<double> values;

    /// <summary>A column over the caller's memory (not copied).</summary>
    /// <param name="name">Name of the variable.</param>
    /// <param name="values">One value a row; any NaN is missing.</param>
    /// <exception cref="SurveyException">A value is infinite.</exception>
    public NumericColumn(string name, ReadOnlyMemory<double> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        this.values = values;
        var span = values.Span;
        for (var row = 0; row < span.Length; row++)
        {
            if (double.IsInfinity(span[row]))
                throw new SurveyException(SurveyError.InvalidValue, $"'{name}' is infinite at row {row}.", name);
        }
    }

    /// <summary>Name of the variable.</summary>
    public string Name { get; }

    /// <summary>Number of rows.</summary>
    public int Count => values.Length;

    /// <summary>The values, NaN where missing.</summary>
    public ReadOnlySpan<double> Values => values.Span;

    /// <summary>The value at a row, or null when missing.</summary>
    public double? this[int row] => double.IsNaN(values.Span[row]) ? null : values.Span[row];

    /// <summary>The NaN that stands for a missing kind.</summary>
    public static double Missing(MissingKind kind) => BitConverter.Int64BitsToDouble(MissingBits | (long)kind);

    /// <summary>Why the value is missing at a row, or null when it is not.</summary>
    public MissingKind? MissingAt(int row)
    {
        var value = values.Span[row];
        if (!double.IsNaN(value))
            return null;
        var kind = BitConverter.DoubleToInt64Bits(value) & 0xFF;
        return kind <= (long)MissingKind.Skipped ? (MissingKind)kind : MissingKind.NotStated;
    }

    /// <summary>A 0/1 column: 1 where the row is in the category, missing (of the same kind) where the variable is.</summary>
    /// <param name="column">The variable.</param>
    /// <param name="category">Name of the category.</param>
    /// <exception cref="SurveyException">No category has that name.</exception>
    public static NumericColumn Indicator(CategoricalColumn column, string category)
    {
        var index = column.IndexOf(category);
        var result = new double[column.Count];
        for (var row = 0; row < result.Length; row++)
            result[row] = column[row] switch { -1 => Missing(column.MissingAt(row)!.Value), var k => k == index ? 1 : 0 };
        return new NumericColumn($"{column.Name}={category}", result);
    }
}
