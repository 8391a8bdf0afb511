using System.Globalization;
using Diapason.Consultations.Collecting;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Tables;

namespace Diapason.Consultations.Reaching;

/// <summary>Links as a table: what a page hands out, takes back, and a kit holds in <c>links.csv</c>.</summary>
internal static class LinkTable
{
    /// <summary>The file of a kit.</summary>
    public const string File = "links.csv";

    private const string Name = "name", Address = "address";
    private static readonly string[] Columns = ["code", Name, "contact", "email", "reaches", "note", "retired", Address];

    private static readonly ColumnNames Names = new("links.column.", Columns);

    private static readonly string[] Yes = ["1", "true", "yes", "oui"];
    private static readonly string[] No = ["", "0", "false", "no", "non"];

    /// <summary>Writes them.</summary>
    /// <param name="sheets">The links.</param>
    /// <param name="table">Where to.</param>
    /// <param name="language">Of the names of the columns.</param>
    /// <param name="cancel">Stops the writing.</param>
    /// <param name="address">By code, the address each is given: a column that is passed on and, read back, changes nothing. None in a kit.</param>
    public static async Task WriteAsync(IEnumerable<LinkSheet> sheets, TableWriter table, string language, CancellationToken cancel, Func<string, string>? address = null)
    {
        await table.HeaderAsync([.. Names.In(language).SkipLast(address is null ? 1 : 0)], cancel);
        foreach (var sheet in sheets)
        {
            table.Code(sheet.Code);
            foreach (var words in new[] { sheet.Name, sheet.Contact, sheet.Email }) table.Text(words);
            table.Code(string.Join(' ', sheet.Reaches));
            table.Text(sheet.Note);
            table.Number(sheet.IsRetired ? 1 : 0);
            if (address is not null) table.Code(address(sheet.Code));
            await table.EndRowAsync(cancel);
        }
    }

    /// <summary>The sheets, and all that keeps the table from being read.</summary>
    /// <param name="table">What was sent.</param>
    /// <param name="languages">In which its columns may be called: the house's always are.</param>
    public static (IReadOnlyList<LinkSheet> Sheets, IReadOnlyList<Problem> Problems) Read(Table table, IReadOnlyList<string> languages)
    {
        if (table.Problem is { } problem) return ([], [TableRefusal.Of(problem, "file")]);
        if (table.Rows.Count == 0) return ([], [Problem.Invalid("links.file_empty", "file", ("line", 0), ("value", ""))]);
        var first = table.Rows[0].Line;
        var names = table.Rows[0].Cells.Select(cell => Names.Code(cell, languages)).ToList();
        var problems = names.Where(name => name.Length > 0 && !Columns.Contains(name)).Select(name => Problem.Invalid("links.unknown_column", "file", ("line", first), ("value", name))).ToList();
        problems.AddRange(names.Where(name => name.Length > 0).GroupBy(name => name).Where(same => same.Count() > 1).Select(same => Problem.Invalid("links.column_twice", "file", ("line", first), ("value", same.Key))));
        if (!names.Contains(Name)) problems.Add(Problem.Invalid("links.column_missing", "file", ("line", first), ("value", Names.In(Languages.Current)[Array.IndexOf(Columns, Name)])));
        if (problems.Count > 0) return ([], problems);
        var sheets = table.Rows.Skip(1).Select(row => Sheet(row, names, problems)).ToList();
        return (sheets, problems);
    }

    private static LinkSheet Sheet(TableRow row, List<string> names, List<Problem> problems)
    {
        string Cell(string name) => names.IndexOf(name) is >= 0 and var at && at < row.Cells.Count ? FormulaGuard.Undo(row.Cells[at]).Trim() : "";
        var retired = Cell("retired").ToLower(CultureInfo.InvariantCulture);
        if (!Yes.Contains(retired) && !No.Contains(retired)) problems.Add(Problem.Invalid("links.retired_wrong", "file", ("line", row.Line), ("value", retired)));
        return new LinkSheet
        {
            Line = row.Line,
            Code = Cell("code"),
            Name = Cell(Name),
            Contact = Cell("contact"),
            Email = Cell("email"),
            Reaches = Cell("reaches").Split([' ', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries),
            Note = Cell("note"),
            IsRetired = Yes.Contains(retired),
        };
    }
}
