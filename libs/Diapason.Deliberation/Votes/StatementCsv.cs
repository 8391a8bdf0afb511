using Diapason.Tables;

namespace Diapason.Deliberation;

/// <summary>A statement as a file tells it.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="ModeratedOut">Taken away by moderation: −1.</param>
/// <param name="About">About the people rather than the subject (<c>meta</c>).</param>
/// <param name="Text">Its words, where the file has them.</param>
public sealed record StatementRow(string Id, bool ModeratedOut, bool About, string? Text);

/// <summary>What a file of statements held.</summary>
/// <param name="Statements">In the order of the file; empty when something is wrong.</param>
/// <param name="Faults">The first hundred.</param>
public sealed record StatementReading(IReadOnlyList<StatementRow> Statements, IReadOnlyList<VoteFault> Faults);

/// <summary>Statements in Polis's shape: <c>comments.csv</c> (<c>comment-id, moderated, comment-body</c>), or <c>statement, moderated, meta</c>.</summary>
public static class StatementCsv
{
    private static readonly string[] Yes = ["1", "true", "t", "yes"];

    /// <summary>Reads a file.</summary>
    /// <param name="text">The whole text; other columns are passed over.</param>
    public static StatementReading Read(string text)
    {
        var (table, faults) = (ReadCsv.Rows(text), new Faults());
        if (table.Problem is { } problem) faults.Add(problem.Line, VoteFaultKind.NotATable, problem.Fault.ToString());
        var header = table.Rows.Count == 0 ? [] : table.Rows[0].Cells.Select(cell => cell.Trim()).ToArray();
        var (id, moderated, about, body) = (VoteCsv.Column(header, ["comment-id", "statement", "statement-id", "tid"]), VoteCsv.Column(header, ["moderated"]), VoteCsv.Column(header, ["meta", "is-meta"]), VoteCsv.Column(header, ["comment-body", "text"]));
        if (id < 0) faults.Add(1, VoteFaultKind.MissingColumn, "comment-id");
        var (rows, seen) = (new List<StatementRow>(), new HashSet<string>());
        foreach (var row in id < 0 ? [] : table.Rows.Skip(1))
        {
            string Cell(int column) => column < 0 || column >= row.Cells.Count ? "" : row.Cells[column].Trim();
            if (Cell(id).Length == 0) faults.Add(row.Line, VoteFaultKind.EmptyId, "");
            else if (!seen.Add(Cell(id))) faults.Add(row.Line, VoteFaultKind.RepeatedRow, Cell(id));
            else rows.Add(new(Cell(id), Cell(moderated) == "-1", Yes.Contains(Cell(about), StringComparer.OrdinalIgnoreCase), body < 0 ? null : Cell(body)));
        }

        return new(faults.Errors == 0 ? rows : [], faults.All);
    }
}
