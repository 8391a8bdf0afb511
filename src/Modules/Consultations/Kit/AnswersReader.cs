using System.Globalization;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Exports;
using Diapason.Consultations.Reaching;
using Diapason.Forms;
using Diapason.Platform.Kits;
using Diapason.Tables;

namespace Diapason.Consultations.Kit;

/// <summary>One row of invented answers, complete: one value for every variable.</summary>
/// <param name="Day">The day it is said to have been sent; that of the loading when the file does not say.</param>
internal sealed record InventedAnswer(DateOnly? Day, string Language, AnswerSet Answers, bool IsBlank)
{
    /// <summary>The code of an association's link; null for none.</summary>
    public string? Source { get; init; }
}

/// <summary>
/// Reads answers by code, one row a person: the columns of the analyst's file (<see cref="AnswerColumns"/>), or one column a variable that also
/// holds codes of missing kinds and several codes apart by a space. Every wrong cell is reported by line and variable.
/// </summary>
internal sealed class AnswersReader(Questionnaire questionnaire, string file, KitProblems problems)
{
    private const string SubmittedAt = "submitted_at";
    private const string Language = "language";

    public IReadOnlyList<InventedAnswer> Read(string text)
    {
        var table = ReadCsv.Rows(text);
        if (table.Problem is { } problem) problems.Add(file, problem.Line, CodeOf(problem.Fault));
        IReadOnlyList<string> names = table.Rows.Count > 0 ? table.Rows[0].Cells : [];
        var cells = AnswerCells.For(questionnaire, names);
        CheckColumns(names, cells);
        var rows = new List<InventedAnswer>();
        foreach (var line in table.Rows.Skip(1))
        {
            if (line.Cells.Count != names.Count) problems.Add(file, line.Line, "answers.wrong_column_count", ("expected", names.Count), ("found", line.Cells.Count));
            else rows.Add(ReadRow(line, names, cells));
        }

        return rows;
    }

    private static string CodeOf(TableFault fault) => fault switch
    {
        TableFault.UnclosedQuote => "answers.unclosed_quote",
        TableFault.TextAfterQuote => "answers.text_after_quote",
        _ => "answers.unreadable",
    };

    private void CheckColumns(IReadOnlyList<string> names, AnswerCells?[] cells)
    {
        if (!names.Contains(Language)) problems.Add(file, 1, "answers.column_missing", ("column", Language));
        for (var i = 0; i < names.Count; i++)
            if (cells[i] is null && names[i] is not (AnswerTables.Weight or SubmittedAt) && !AnswerTables.Own.Contains(names[i])) problems.Add(file, 1, "answers.unknown_variable", ("column", names[i]));
        foreach (var twice in names.GroupBy(name => name).Where(group => group.Count() > 1)) problems.Add(file, 1, "answers.column_twice", ("column", twice.Key));
    }

    private InventedAnswer ReadRow(TableRow line, IReadOnlyList<string> names, AnswerCells?[] cells)
    {
        var values = new Dictionary<string, AnswerValue>(names.Count);
        DateOnly? day = null;
        string? source = null;
        var language = "";
        for (var i = 0; i < names.Count; i++)
        {
            var cell = line.Cells[i];
            if (cells[i] is { } column) Take(line.Line, column, cell, values);
            else if (names[i] == SubmittedAt) day = ReadDay(line.Line, cell);
            else if (names[i] == Language) language = ReadLanguage(line.Line, cell);
            else if (names[i] == AnswerTables.Source) source = ReadSource(line.Line, cell);
        }

        foreach (var gap in values.Where(value => value.Value.Codes.Contains("")).Select(value => value.Key).ToList())
        {
            problems.Add(file, line.Line, "answers.bad_value", ("variable", gap), ("value", string.Join(' ', values[gap].Codes)));
            values.Remove(gap);
        }

        // A row of noughts is no choice.
        var given = AnswerSet.From(values.Where(value => value.Value is not { Kind: AnswerKind.Codes, Codes: [] }));
        var route = questionnaire.RouteFor(given);
        return new InventedAnswer(day, language, route.Complete(), !GivenAnswers.Any(route)) { Source = source };
    }

    private void Take(int line, AnswerCells column, string cell, Dictionary<string, AnswerValue> values)
    {
        if (cell.Length == 0) return;
        var variable = column.Variable;
        if (column.Read(cell, values.GetValueOrDefault(variable.Code)) is not { } value)
            problems.Add(file, line, "answers.bad_value", ("variable", variable.Code), ("value", cell.Length > 40 ? cell[..40] : cell));
        else if (value.Missing != MissingKind.None && values.ContainsKey(variable.Code)) problems.Add(file, line, "answers.two_values", ("variable", variable.Code));
        else values[variable.Code] = value;
    }

    private DateOnly? ReadDay(int line, string cell)
    {
        if (DateTime.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)) return CampaignDays.DayOf(at);
        problems.Add(file, line, "answers.bad_moment", ("value", cell));
        return null;
    }

    private string? ReadSource(int line, string cell)
    {
        if (cell.Length > 0 && LinkCodes.Read(cell) is null) problems.Add(file, line, "answers.bad_source", ("value", cell.Length > 40 ? cell[..40] : cell));
        return LinkCodes.Read(cell);
    }

    private string ReadLanguage(int line, string cell)
    {
        if (!questionnaire.Heading.Languages.Contains(cell)) problems.Add(file, line, "answers.unknown_language", ("value", cell));
        return cell;
    }
}
