namespace Diapason.Statistics;

/// <summary>An explanatory term of a model: the columns it adds to the model matrix.</summary>
public sealed class Term
{
    private readonly IReadOnlyList<(string Name, Func<int, double> Value)> columns;

    private Term(string name, IReadOnlyList<(string Name, Func<int, double> Value)> columns, int count) => (Name, this.columns, Count) = (name, columns, count);

    /// <summary>What the term is.</summary>
    public string Name { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    internal IReadOnlyList<(string Name, Func<int, double> Value)> Columns => columns;

    /// <summary>A numeric variable: one column.</summary>
    public static Term Of(NumericColumn column) => new(column.Name, [(column.Name, row => column.Values[row])], column.Count);

    /// <summary>A categorical variable: one indicator a category but the reference (treatment coding).</summary>
    /// <param name="column">The variable.</param>
    /// <param name="reference">Reference category; the first when null.</param>
    public static Term Of(CategoricalColumn column, string? reference = null)
    {
        var left = reference is null ? 0 : column.IndexOf(reference);
        var indicators = Enumerable.Range(0, column.Categories.Count).Where(k => k != left)
            .Select(k => ($"{column.Name}={column.Categories[k]}", (Func<int, double>)(row => column[row] is var c && c < 0 ? double.NaN : c == k ? 1 : 0))).ToList();
        return new Term(column.Name, indicators, column.Count);
    }

    /// <summary>The products of the columns of two terms.</summary>
    public static Term Interaction(Term first, Term second) => new(
        $"{first.Name}:{second.Name}",
        second.columns.SelectMany(b => first.columns.Select(a => ($"{a.Name}:{b.Name}", (Func<int, double>)(row => a.Value(row) * b.Value(row))))).ToList(),
        first.Count);
}
