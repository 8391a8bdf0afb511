using System.Globalization;
using Diapason.Consultations.Collecting;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Tables;

namespace Diapason.Consultations.Targets;

/// <summary>Targets as a table: what a page hands out, takes back, and a kit holds in <c>targets.csv</c>.</summary>
internal static class TargetTable
{
    /// <summary>The file of a kit.</summary>
    public const string File = "targets.csv";

    private const string Group = "group", Answers = "answers";

    /// <summary>For whoever reads it; passed over when it comes back.</summary>
    private const string Name = "name";

    private static readonly string[] Columns = [Group, Name, Answers];
    private static readonly ColumnNames Names = new("targets.column.", Columns);

    public static async Task WriteAsync(IEnumerable<(TargetSheet Sheet, string Name)> targets, TableWriter table, string language, CancellationToken cancel)
    {
        await table.HeaderAsync(Names.In(language), cancel);
        foreach (var (sheet, name) in targets)
        {
            table.Code(sheet.Group);
            table.Text(name);
            table.Number(sheet.Answers);
            await table.EndRowAsync(cancel);
        }
    }

    /// <summary>The targets, and all that keeps the table from being read.</summary>
    /// <param name="table">What was sent.</param>
    /// <param name="languages">In which its columns may be called: the house's always are.</param>
    public static (IReadOnlyList<TargetSheet> Sheets, IReadOnlyList<Problem> Problems) Read(Table table, IReadOnlyList<string> languages)
    {
        if (table.Problem is { } problem) return ([], [TableRefusal.Of(problem, "file")]);
        if (table.Rows.Count == 0) return ([], [Problem.Invalid("links.file_empty", "file", ("line", 0), ("value", ""))]);
        var first = table.Rows[0].Line;
        var names = table.Rows[0].Cells.Select(cell => Names.Code(cell, languages)).ToList();
        var problems = names.Where(name => name.Length > 0 && !Columns.Contains(name)).Select(name => Problem.Invalid("links.unknown_column", "file", ("line", first), ("value", name))).ToList();
        problems.AddRange(names.Where(name => name.Length > 0).GroupBy(name => name).Where(same => same.Count() > 1).Select(same => Problem.Invalid("links.column_twice", "file", ("line", first), ("value", same.Key))));
        problems.AddRange(new[] { Group, Answers }.Where(name => !names.Contains(name)).Select(name => Problem.Invalid("links.column_missing", "file", ("line", first), ("value", Names.In(Languages.Current)[Array.IndexOf(Columns, name)]))));
        if (problems.Count > 0) return ([], problems);
        var sheets = table.Rows.Skip(1).Select(row => Sheet(row, names, problems)).OfType<TargetSheet>().ToList();
        foreach (var twice in sheets.GroupBy(sheet => sheet.Group).Where(same => same.Count() > 1)) problems.Add(Problem.Invalid("targets.group_twice", "file", ("line", twice.ElementAt(1).Line), ("group", twice.Key)));
        if (sheets.Count > TargetSheet.MostTargets) problems.Add(Problem.Invalid("targets.too_many", "file", ("line", sheets[TargetSheet.MostTargets].Line), ("most", TargetSheet.MostTargets)));
        return (sheets, problems);
    }

    private static TargetSheet? Sheet(TableRow row, List<string> names, List<Problem> problems)
    {
        string Cell(string name) => names.IndexOf(name) is >= 0 and var at && at < row.Cells.Count ? FormulaGuard.Undo(row.Cells[at]).Trim() : "";
        if (Number(Cell(Answers)) is not { } answers)
        {
            problems.Add(Problem.Invalid("targets.not_a_number", "file", ("line", row.Line), ("group", Cell(Group)), ("value", Cell(Answers))));
            return null;
        }

        var sheet = new TargetSheet(Cell(Group), answers, row.Line);
        if (sheet.Judge("file") is { } wrong) problems.Add(wrong);
        return sheet;
    }

    /// <summary>A whole number as people write it, « 1 200 »; nought when nothing is written, null for anything else.</summary>
    public static int? Number(string written)
    {
        var digits = string.Concat(written.Where(c => c is not (' ' or '\u00A0' or '\u202F')));
        if (digits.Length == 0) return 0;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
