using System.Globalization;
using Diapason.Consultations.Collecting;
using Diapason.Consultations.Data;
using Diapason.Platform.Outcomes;

namespace Diapason.Consultations.Shell;

/// <summary>What becomes of answers collected elsewhere, as programs read it.</summary>
internal static class CollectedLines
{
    /// <summary>One line a loss; each an error until somebody agreed to it.</summary>
    public static IEnumerable<FormLine> Of(CollectedReport report, CollectedTable sheet, bool isAgreed = false)
    {
        foreach (var wrong in report.Wrong) yield return Of(wrong, sheet, "error");
        foreach (var problem in report.Problems) yield return Of(problem, sheet, isAgreed ? "left_out" : "error");
        if (report.Told > report.Problems.Count) yield return new FormLine(isAgreed ? "left_out" : "error", "more", [("problems", report.Told - report.Problems.Count)]) { Sheet = sheet.Name };
        if (report.Blank > 0) yield return new FormLine("left_out", "rows_empty", [("rows", report.Blank)]) { Sheet = sheet.Name };
        if (report.Traces > 0) yield return new FormLine("warns", "personal_traces", [("answers", report.Traces)]) { Sheet = sheet.Name };
    }

    /// <summary>Columns that a proposal leaves out.</summary>
    public static IReadOnlyList<FormLine> Left(AnswerMapping mapping) =>
        [.. mapping.Columns.Where(one => one.As == ColumnUse.LeaveOut).Select(one => new FormLine("left_out", "column", []) { Sheet = mapping.Sheet, Column = one.Column })];

    public static FormLine Of(Problem problem) => new("error", problem.Code, problem.Facts) { Column = problem.Field ?? "" };

    public static FormLine Kept(CollectedBatch batch, CollectedReport report) => new("kept", "answers", [("batch", batch.Id), ("answers", report.ComingIn), ("rows", report.Rows)]);

    public static FormLine Released(CollectedBatch batch) => new("released", "answers", [("batch", batch.Id), ("answers", batch.Answers)]);

    private static FormLine Of(CollectedProblem problem, CollectedTable sheet, string outcome)
    {
        var facts = problem.Rule is { } rule
            ? rule.Args.Where(arg => arg.Value is IFormattable or string).Select(arg => (arg.Key, (object?)Convert.ToString(arg.Value, CultureInfo.InvariantCulture))).Prepend(("variable", rule.Variable))
            : problem.Value.Length > 0 ? [("value", problem.Value)] : Enumerable.Empty<(string, object?)>();
        return new(outcome, problem.Rule?.Code ?? problem.Code, [.. facts]) { Sheet = sheet.Name, Row = problem.Row, Column = problem.Column };
    }
}
