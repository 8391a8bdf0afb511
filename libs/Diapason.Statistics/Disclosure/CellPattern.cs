namespace Diapason.Statistics;

/// <summary>Cells that speak of the same variables in the same way: a row finds its cell among them by one look-up.</summary>
internal sealed class CellPattern
{
    private readonly IReadOnlyList<CategoricalColumn> variables;
    private readonly int[] state;
    private readonly Dictionary<long, int> cells = [];

    /// <param name="variables">All the variables.</param>
    /// <param name="state">What the cells say of each, any category standing for all.</param>
    public CellPattern(IReadOnlyList<CategoricalColumn> variables, int[] state) => (this.variables, this.state) = (variables, state);

    /// <summary>The pattern of a cell: its categories forgotten.</summary>
    public static string NameOf(int[] state) => string.Join(',', state.Select(s => Math.Min(s, 0)));

    public void Add(int[] cell, int number)
    {
        long key = 0;
        for (var v = 0; v < cell.Length; v++)
        {
            if (cell[v] >= 0)
                key = (key * variables[v].Categories.Count) + cell[v];
        }
        cells[key] = number;
    }

    /// <summary>The cell of a row, or −1.</summary>
    public int Find(int row)
    {
        long key = 0;
        for (var v = 0; v < state.Length; v++)
        {
            if (state[v] == CellIndex.Any)
                continue;
            var value = variables[v][row];
            if ((value < 0) != (state[v] == CellIndex.Missing))
                return -1;
            if (state[v] >= 0)
                key = (key * variables[v].Categories.Count) + value;
        }
        return cells.TryGetValue(key, out var cell) ? cell : -1;
    }
}
