namespace Diapason.Statistics;

/// <summary>Cells of any number of tables, and every sum that holds between them: a total and its parts, within or across tables.</summary>
public sealed class AdditiveFamily
{
    private readonly List<DisclosureCell> cells = [];
    private readonly List<(int Total, int[] Parts)> sums = [];
    private readonly List<(int First, int Second)> same = [];
    private CellLinks? links;

    /// <summary>The cells, by number.</summary>
    public IReadOnlyList<DisclosureCell> Cells => cells;

    internal CellLinks Links => links ??= new CellLinks(cells.Count, sums, same);

    /// <summary>Adds a cell.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="SurveyException"><see cref="SurveyError.InvalidValue"/>: a value or a count is negative or no number.</exception>
    public int Add(DisclosureCell cell)
    {
        if (!(cell.Value >= 0) || double.IsInfinity(cell.Value) || cell.Count < 0)
            throw new SurveyException(SurveyError.InvalidValue, $"'{cell.Name}' is {cell.Value} for {cell.Count} people: the audit takes numbers of 0 or more.", null, cell.Name);
        links = null;
        cells.Add(cell);
        return cells.Count - 1;
    }

    /// <summary>States that two cells are the same number in two tables: what one gives away counts for the other.</summary>
    /// <exception cref="SurveyException"><see cref="SurveyError.InvalidValue"/>: their values differ.</exception>
    public void AddSame(int first, int second)
    {
        Check(first, second, cells[second].Value);
        links = null;
        same.Add((first, second));
    }

    /// <summary>States that a cell is the sum of others.</summary>
    /// <exception cref="SurveyException"><see cref="SurveyError.InvalidValue"/>: the values do not add up.</exception>
    public void AddSum(int total, IReadOnlyList<int> parts)
    {
        Check(total, -1, parts.Sum(p => cells[p].Value));
        links = null;
        sums.Add((total, [.. parts]));
    }

    private void Check(int cell, int other, double value)
    {
        if (Math.Abs(value - cells[cell].Value) > 1e-6 * Math.Max(1, Math.Abs(value)))
            throw new SurveyException(SurveyError.InvalidValue, $"'{cells[cell].Name}' is {cells[cell].Value}, {(other < 0 ? "its parts add up to" : $"'{cells[other].Name}' is")} {value}.", null, cells[cell].Name);
    }
}
