using Diapason.Needs.Reference;
using Diapason.Needs.Wording;
using Diapason.Platform.Kits;
using Diapason.Tables;
using Diapason.Words;

namespace Diapason.Needs.Kit;

/// <summary>Reads <c>needs.csv</c>: sentences with what a person who read them found in them, one a row.</summary>
internal static class ReadNeeds
{
    public const string File = "needs.csv";

    private const int MostRows = 10_000;
    private static readonly string[] Columns = ["id", "part", "language", "kind", "text", "competencies", "task", "obstacle", "outside", "without"];

    public static IReadOnlyList<NeedExample> From(string text, KitProblems problems, NeedsReference reference)
    {
        var table = ReadCsv.Rows(text, ',', new TableLimits(Rows: MostRows));
        if (table.Problem is { } fault) problems.Add(File, fault.Line, "needs.table_unreadable");
        if (table.Rows is not [var head, ..] || !Columns.All(head.Cells.Contains))
        {
            problems.Add(File, 1, "needs.columns_missing", ("columns", string.Join(", ", Columns)));
            return [];
        }

        var places = Columns.ToDictionary(c => c, c => head.Cells.ToList().IndexOf(c));
        return [.. table.Rows.Skip(1).Select(row => Example(row, column => places[column] < row.Cells.Count ? row.Cells[places[column]] : "", problems, reference))];
    }

    private static NeedExample Example(TableRow row, Func<string, string> cell, KitProblems problems, NeedsReference reference)
    {
        var competencies = cell("competencies").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Check("competencies", competencies, reference.Framework.Competencies.Select(c => c.Code));
        Check("task", [cell("task")], reference.Quick.Task.Options.Select(o => o.Code));
        Check("obstacle", [cell("obstacle")], reference.Framework.Obstacles.Select(o => o.Code));
        Check("part", [cell("part")], ["learn", "aside"]);
        if (cell("text").Length is 0 or > WordMatcher.MostCharacters) problems.Add(File, row.Line, "needs.bad_sentence", ("most", WordMatcher.MostCharacters));
        return new NeedExample(cell("id"), cell("language"), cell("kind"), cell("part") == "aside", cell("text"), competencies)
        {
            Task = cell("task") is { Length: > 0 } task ? task : null,
            Obstacle = cell("obstacle") is { Length: > 0 } obstacle ? obstacle : null,
            IsOutside = cell("outside") == "1",
            IsWithout = cell("without") == "1",
        };

        void Check(string column, IEnumerable<string> codes, IEnumerable<string> known)
        {
            foreach (var code in codes.Where(c => c.Length > 0).Except(known)) problems.Add(File, row.Line, "needs.unknown_code", ("key", column), ("code", code));
        }
    }
}
