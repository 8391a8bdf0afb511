namespace Diapason.Forms;

/// <summary>One sheet of a form, as whoever reads the file gives it.</summary>
/// <param name="Name">As the spreadsheet shows it.</param>
/// <param name="Rows">Those that are not blank; the first one names the columns.</param>
public sealed record FormSheet(string Name, IReadOnlyList<FormRow> Rows);

/// <summary>One row of a sheet.</summary>
/// <param name="Line">The row of the spreadsheet, from 1.</param>
/// <param name="Cells">Its cells as text, an empty cell as "".</param>
public sealed record FormRow(int Line, IReadOnlyList<string> Cells);
