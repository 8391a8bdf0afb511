namespace Diapason.Forms;

/// <summary>A sheet in the making: its columns are known before its rows.</summary>
internal sealed class SheetOut(string name, IReadOnlyList<string> columns)
{
    private readonly List<FormRow> _rows = [new(1, columns)];

    public FormSheet Sheet => new(name, _rows);

    /// <summary>The row last written.</summary>
    public int Line => _rows.Count;

    public void Add(params ReadOnlySpan<(string Column, string Cell)> cells)
    {
        var row = new string[columns.Count];
        Array.Fill(row, "");
        foreach (var (column, cell) in cells) row[columns.ToList().IndexOf(column)] = cell;
        _rows.Add(new(Line + 1, row));
    }
}
