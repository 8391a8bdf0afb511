using Diapason.Platform.Outcomes;
using Diapason.Tables;

namespace Diapason.Consultations.Collecting;

/// <summary>Says why a table that was sent is not read, alike on every page that takes one: what the file is and what was expected, or the sheet and the line where it breaks.</summary>
internal static class TableRefusal
{
    /// <param name="problem">What is wrong.</param>
    /// <param name="field">Of the form.</param>
    /// <param name="expected">The kinds that are taken there, as names end: <c>CSV, XLSX</c>.</param>
    public static Problem Of(TableProblem problem, string field, string expected = "CSV, XLSX") => problem.Fault switch
    {
        TableFault.OtherKind => Of(problem.Content, field, expected),
        TableFault.NotText => Problem.Invalid("table.not_text", field, ("expected", expected)),
        TableFault.NotSpreadsheet when problem.Sheet.Length > 0 => Problem.Invalid("table.broken_sheet", field, ("sheet", problem.Sheet), ("row", problem.Line)),
        TableFault.NotSpreadsheet => Problem.Invalid("table.broken_spreadsheet", field),
        TableFault.NotSav => Problem.Invalid("table.broken_sav", field, ("row", problem.Line)),
        TableFault.UnclosedQuote => Problem.Invalid("table.unclosed_quote", field, ("row", problem.Line)),
        TableFault.TextAfterQuote => Problem.Invalid("table.text_after_quote", field, ("row", problem.Line)),
        TableFault.TooManyRows => Problem.Invalid("table.too_many_rows", field, ("limit", problem.Limit - 1)),
        TableFault.TooManyColumns => Problem.Invalid("table.too_many_columns", field, ("row", problem.Line), ("limit", problem.Limit)),
        _ => Problem.Invalid("table.too_long", field, ("limit", Math.Max(1, (problem.Limit ?? 0) >> 20))),
    };

    /// <summary>What a file is, where another kind was expected.</summary>
    public static Problem Of(FileContent content, string field, string expected) => content switch
    {
        FileContent.Empty => Problem.Invalid("table.is_empty", field),
        FileContent.Text => Problem.Invalid("table.is_text", field, ("expected", expected)),
        FileContent.Spreadsheet => Problem.Invalid("table.is_spreadsheet", field, ("expected", expected)),
        FileContent.OldSpreadsheet => Problem.Invalid("table.is_old", field, ("expected", expected)),
        FileContent.OpenDocument => Problem.Invalid("table.is_open_document", field, ("expected", expected)),
        FileContent.Document => Problem.Invalid("table.is_document", field, ("expected", expected)),
        FileContent.Folder => Problem.Invalid("table.is_folder", field, ("expected", expected)),
        FileContent.Pdf => Problem.Invalid("table.is_pdf", field, ("expected", expected)),
        FileContent.Image => Problem.Invalid("table.is_image", field, ("expected", expected)),
        FileContent.Sav => Problem.Invalid("table.is_sav", field, ("expected", expected)),
        _ => Problem.Invalid("table.not_text", field, ("expected", expected)),
    };
}
