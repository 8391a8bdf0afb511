namespace Diapason.Forms;

/// <summary>A sheet in the making: a column that some row needs is added after those known beforehand.</summary>
internal sealed class SheetOut(string name, IReadOnlyList<string> columns)
{
    private readonly List<string> _columns = [.. columns];
    private readonly List<Dictionary<int, string>> _rows = [];

    public FormSheet Sheet => new(name, [new(1, [.. _columns]), .. _rows.Select((row, at) => new FormRow(at + 2, [.. _columns.Select((_, column) => row.GetValueOrDefault(column, ""))]))]);

    /// <summary>The row last written.</summary>
    public int Line => _rows.Count + 1;

    public void Add(params ReadOnlySpan<(string Column, string Cell)> cells)
    {
        var row = new Dictionary<int, string>();
        foreach (var (column, cell) in cells)
            if (cell.Length > 0) row[Place(column)] = cell;
        _rows.Add(row);
    }

    private int Place(string column)
    {
        if (_columns.IndexOf(column) is >= 0 and var known) return known;
        _columns.Add(column);
        return _columns.Count - 1;
    }
}
