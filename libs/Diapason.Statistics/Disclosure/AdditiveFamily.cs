namespace Diapason.Statistics;

/// <summary>Cells of any number of tables, and every sum that holds between them: a total and its parts, within or across tables.</summary>
public sealed class AdditiveFamily
{
    private readonly List<DisclosureCell> cells = [];
    private readonly List<(int Total, int[] Parts)> sums = [];
    private readonly Dictionary<int, List<int>> same = [];

    /// <summary>The cells, by number.</summary>
    public IReadOnlyList<DisclosureCell> Cells => cells;

    internal IReadOnlyList<(int Total, int[] Parts)> Sums => sums;

    internal IReadOnlyDictionary<int, List<int>> Same => same;

    /// <summary>Adds a cell.</summary>
    /// <returns>Its number.</returns>
    public int Add(DisclosureCell cell)
    {
        cells.Add(cell);
        return cells.Count - 1;
    }

    /// <summary>States that two cells are the same number in two tables: hidden in both or in none, and what one gives away counts for the other.</summary>
    public void AddSame(int first, int second)
    {
        var group = same.TryGetValue(first, out var known) ? known : same[first] = [first];
        group.Add(second);
        same[second] = group;
    }

    /// <summary>States that a cell is the sum of others.</summary>
    /// <exception cref="SurveyException">The values do not add up.</exception>
    public void AddSum(int total, IReadOnlyList<int> parts)
    {
        var sum = parts.Sum(p => cells[p].Value);
        if (Math.Abs(sum - cells[total].Value) > 1e-6 * Math.Max(1, Math.Abs(sum)))
            throw new SurveyException(SurveyError.InvalidValue, $"'{cells[total].Name}' is {cells[total].Value}, its parts add up to {sum}.", cells[total].Name);
        sums.Add((total, [.. parts]));
    }
}
