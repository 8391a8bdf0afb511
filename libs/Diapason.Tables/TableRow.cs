namespace Diapason.Tables;

/// <summary>One row of a table.</summary>
/// <param name="Line">The line of a text on which it starts, or the row of a spreadsheet; from 1.</param>
/// <param name="Cells">
/// Its cells as text. In a spreadsheet, a number is written with a point and no separator of thousands, a day as <c>yyyy-MM-dd</c>, a moment as
/// <c>yyyy-MM-ddTHH:mm:ss</c>, yes and no as <c>true</c> and <c>false</c>, an empty cell as "".
/// </param>
public sealed record TableRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>Every cell is empty or white.</summary>
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>What was read: the rows that are not blank, up to the first fault.</summary>
/// <param name="Rows">In the order of the file, the header included.</param>
/// <param name="Problem">Null when the whole file could be read.</param>
public sealed record Table(IReadOnlyList<TableRow> Rows, TableProblem? Problem);

/// <summary>How much is read before refusing: nobody's file may take the memory of everybody.</summary>
/// <param name="Bytes">Of the file, and of a spreadsheet once unpacked ten times as many.</param>
/// <param name="Rows">Rows that are not blank.</param>
/// <param name="Columns">Cells of one row.</param>
public sealed record TableLimits(long Bytes = 64L << 20, int Rows = 200_000, int Columns = 2_000)
{
    /// <summary>64 MiB, 200,000 rows, 2,000 columns.</summary>
    public static readonly TableLimits Default = new();
}
