using System.Globalization;
using Diapason.Consultations.Exports;
using Diapason.Forms;
using Diapason.Platform.Kits;

namespace Diapason.Consultations.Kit;

/// <summary>One row of invented answers, complete: one value for every variable.</summary>
internal sealed record InventedAnswer(DateTime SubmittedAt, string Language, AnswerSet Answers);

/// <summary>
/// Reads answers by code, one row a person, one column a variable (<see cref="AnswerCell"/> says how a cell is written): the export's own
/// format, whose columns of labels are passed over. Every wrong cell is reported by line and variable.
/// </summary>
internal sealed class AnswersReader(Questionnaire questionnaire, string file, KitProblems problems)
{
    private const string SubmittedAt = "submitted_at";
    private const string Language = "language";

    public IReadOnlyList<InventedAnswer> Read(string text)
    {
        Column[]? columns = null;
        var rows = new List<InventedAnswer>();
        foreach (var (line, cells) in CsvRows.Read(text))
        {
            if (columns is null) columns = Columns(cells);
            else if (cells.Count != columns.Length) problems.Add(file, line, "answers.wrong_column_count", ("expected", columns.Length), ("found", cells.Count));
            else if (ReadRow(line, cells, columns) is { } row) rows.Add(row);
        }

        if (columns is null) problems.Add(file, 1, "answers.column_missing", ("column", SubmittedAt));
        return rows;
    }

    private Column[] Columns(IReadOnlyList<string> header)
    {
        var columns = header.Select(name => new Column(name, questionnaire.FindVariable(name))).ToArray();
        foreach (var name in new[] { SubmittedAt, Language })
            if (!header.Contains(name)) problems.Add(file, 1, "answers.column_missing", ("column", name));
        foreach (var column in columns.Where(c => c.Variable is null && !AnswerCell.IsOwnColumn(c.Name))) problems.Add(file, 1, "answers.unknown_variable", ("column", column.Name));
        foreach (var twice in columns.GroupBy(c => c.Name).Where(g => g.Count() > 1)) problems.Add(file, 1, "answers.column_twice", ("column", twice.Key));
        return columns;
    }

    private InventedAnswer? ReadRow(int line, IReadOnlyList<string> cells, Column[] columns)
    {
        var values = new Dictionary<string, AnswerValue>(columns.Length);
        DateTime? at = null;
        var language = "";
        for (var i = 0; i < columns.Length; i++)
        {
            var (column, cell) = (columns[i], cells[i]);
            if (column.Variable is { } variable) ReadCell(line, variable, cell, values);
            else if (column.Name == SubmittedAt) at = ReadMoment(line, cell);
            else if (column.Name == Language) language = ReadLanguage(line, cell);
        }

        return at is null ? null : new InventedAnswer(at.Value, language, questionnaire.RouteFor(AnswerSet.From(values)).Complete());
    }

    private void ReadCell(int line, Variable variable, string cell, Dictionary<string, AnswerValue> values)
    {
        if (cell.Length == 0) return;
        if (AnswerCell.Read(variable, cell) is { } value) values[variable.Code] = value;
        else problems.Add(file, line, "answers.bad_value", ("variable", variable.Code), ("value", cell.Length > 40 ? cell[..40] : cell));
    }

    private DateTime? ReadMoment(int line, string cell)
    {
        if (DateTime.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)) return at;
        problems.Add(file, line, "answers.bad_moment", ("value", cell));
        return null;
    }

    private string ReadLanguage(int line, string cell)
    {
        if (!questionnaire.Heading.Languages.Contains(cell)) problems.Add(file, line, "answers.unknown_language", ("value", cell));
        return cell;
    }

    private sealed record Column(string Name, Variable? Variable);
}
