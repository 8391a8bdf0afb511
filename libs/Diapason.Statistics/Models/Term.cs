namespace Diapason.Statistics;

/// <summary>An explanatory term of a model: the columns it adds to the model matrix.</summary>
public sealed class Term
{
    private readonly Func<int, bool> isKnown;
    private readonly Func<bool[], IReadOnlyList<TermColumn>> columns;

    private Term(string name, int count, Func<int, bool> isKnown, Func<bool[], IReadOnlyList<TermColumn>> columns) =>
        (Name, Count, this.isKnown, this.columns) = (name, count, isKnown, columns);

    /// <summary>What the term is.</summary>
    public string Name { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>A numeric variable: one column.</summary>
    public static Term Of(NumericColumn column) => new(
        column.Name, column.Count, row => !double.IsNaN(column.Values[row]), _ => [new TermColumn(column.Name, row => column.Values[row])]);

    /// <summary>A categorical variable: one indicator a category but the reference (treatment coding); categories without a row in the model have none, as in R.</summary>
    /// <param name="column">The variable; fitting refuses it when the rows of the model hold a single category.</param>
    /// <param name="reference">Reference category, which must have rows; the first that has when null.</param>
    /// <exception cref="SurveyException"><see cref="SurveyError.UnknownCategory"/>: no category has the name of the reference.</exception>
    public static Term Of(CategoricalColumn column, string? reference = null)
    {
        int? asked = reference is null ? null : column.IndexOf(reference);
        return new Term(column.Name, column.Count, row => column[row] >= 0, used => Indicators(column, asked, used));
    }

    /// <summary>The products of the columns of two terms.</summary>
    /// <exception cref="SurveyException"><see cref="SurveyError.LengthMismatch"/>: the terms do not have the same rows.</exception>
    public static Term Interaction(Term first, Term second)
    {
        var name = $"{first.Name}:{second.Name}";
        if (first.Count != second.Count)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{first.Name}' has {first.Count} rows, '{second.Name}' {second.Count}.", name);
        return new Term(name, first.Count, row => first.isKnown(row) && second.isKnown(row), used =>
        {
            var left = first.columns(used);
            return second.columns(used).SelectMany(b => left.Select(a => new TermColumn($"{a.Name}:{b.Name}", row => a.Value(row) * b.Value(row)))).ToList();
        });
    }

    internal bool IsKnown(int row) => isKnown(row);

    /// <param name="used">Rows of the model: a category none of them is in has no column.</param>
    internal IReadOnlyList<TermColumn> Columns(bool[] used) => columns(used);

    private static List<TermColumn> Indicators(CategoricalColumn column, int? asked, bool[] used)
    {
        var present = new SortedSet<int>();
        for (var row = 0; row < used.Length; row++)
        {
            if (used[row])
                present.Add(column[row]);
        }
        if (asked is { } wanted && !present.Contains(wanted))
            throw new SurveyException(SurveyError.EmptyDomain, $"The reference '{column.Categories[wanted]}' of '{column.Name}' has no row in the model.", column.Name, column.Categories[wanted]);
        if (present.Count < 2)
            throw new SurveyException(SurveyError.TooFew, $"'{column.Name}' has fewer than two categories in the rows of the model.", column.Name);
        var reference = asked ?? present.Min;
        return present.Where(k => k != reference).Select(k => new TermColumn($"{column.Name}={column.Categories[k]}", row => column[row] == k ? 1 : 0)).ToList();
    }
}

/// <summary>One column of a model matrix.</summary>
internal sealed record TermColumn(string Name, Func<int, double> Value);
