namespace Diapason.Statistics;

/// <summary>Known population totals over the categories of a variable, or over the cells of several crossed.</summary>
public sealed class Margin
{
    private Margin(IReadOnlyList<CategoricalColumn> columns, double[] totals, bool[] stated) =>
        (Columns, Totals, Stated) = (columns, totals, stated);

    /// <summary>The variables, the first varying slowest in <see cref="Totals"/>.</summary>
    public IReadOnlyList<CategoricalColumn> Columns { get; }

    /// <summary>Names of the variables joined by ×.</summary>
    public string Name => NameOf(Columns);

    /// <summary>Number of cells.</summary>
    public int Cells => Totals.Length;

    /// <summary>Population total of each cell, ≥ 0.</summary>
    internal double[] Totals { get; }

    internal bool[] Stated { get; }

    /// <summary>A margin over one variable.</summary>
    /// <param name="column">The variable.</param>
    /// <param name="totals">Population total by category, ≥ 0, in any unit shared with the other margins.</param>
    /// <exception cref="SurveyException">An unknown category, or a negative total.</exception>
    public static Margin Of(CategoricalColumn column, IReadOnlyDictionary<string, double> totals) =>
        Crossed([column], totals.Select(t => ((IReadOnlyList<string>)[t.Key], t.Value)));

    /// <summary>A margin over crossed variables.</summary>
    /// <param name="columns">The variables.</param>
    /// <param name="totals">Population total by cell, named by one category a variable.</param>
    /// <exception cref="SurveyException">An unknown category, a negative total, a cell named twice, no variable, or too many cells.</exception>
    public static Margin Crossed(IReadOnlyList<CategoricalColumn> columns, IEnumerable<(IReadOnlyList<string> Cell, double Total)> totals)
    {
        var values = new double[CellsOf(columns)];
        var stated = new bool[values.Length];
        foreach (var (cell, total) in totals)
        {
            if (cell.Count != columns.Count)
                throw new SurveyException(SurveyError.LengthMismatch, $"Cell '{string.Join(" × ", cell)}' names {cell.Count} categories for {columns.Count} variables.", NameOf(columns), string.Join(" × ", cell));
            var index = 0;
            for (var v = 0; v < columns.Count; v++)
                index = (index * columns[v].Categories.Count) + columns[v].IndexOf(cell[v]);
            if (!double.IsFinite(total) || total < 0)
                throw new SurveyException(SurveyError.InvalidValue, $"The total of '{string.Join(" × ", cell)}' is {total}.", NameOf(columns), string.Join(" × ", cell));
            if (stated[index])
                throw new SurveyException(SurveyError.Duplicate, $"Cell '{string.Join(" × ", cell)}' has two totals.", NameOf(columns), string.Join(" × ", cell));
            (values[index], stated[index]) = (total, true);
        }
        return new Margin(columns, values, stated);
    }

    /// <summary>Name of a cell.</summary>
    public string CellName(int cell)
    {
        var parts = new string[Columns.Count];
        for (var v = Columns.Count - 1; v >= 0; v--)
        {
            parts[v] = Columns[v].Categories[cell % Columns[v].Categories.Count];
            cell /= Columns[v].Categories.Count;
        }
        return string.Join(" × ", parts);
    }

    /// <summary>Cell of every row, or −1 when a variable is missing.</summary>
    internal int[] CellOfRows()
    {
        if (Columns.FirstOrDefault(c => c.Count != Columns[0].Count) is { } odd)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{odd.Name}' has {odd.Count} rows, '{Columns[0].Name}' {Columns[0].Count}.", odd.Name);
        var cells = Columns[0].ToIndexes();
        foreach (var column in Columns.Skip(1))
        {
            for (var row = 0; row < cells.Length; row++)
            {
                var k = column[row];
                cells[row] = cells[row] < 0 || k < 0 ? -1 : (cells[row] * column.Categories.Count) + k;
            }
        }
        return cells;
    }

    private static string NameOf(IReadOnlyList<CategoricalColumn> columns) => string.Join(" × ", columns.Select(c => c.Name));

    private static int CellsOf(IReadOnlyList<CategoricalColumn> columns)
    {
        if (columns.Count == 0)
            throw new SurveyException(SurveyError.TooFew, "A margin needs at least one variable.");
        var cells = columns.Aggregate(1.0, (product, c) => product * c.Categories.Count);
        return cells <= 1 << 28 ? (int)cells
            : throw new SurveyException(SurveyError.InvalidValue, $"Margin '{NameOf(columns)}' has {cells:g3} cells.", NameOf(columns));
    }
}
