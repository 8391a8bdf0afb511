using System.Text.RegularExpressions;

namespace Diapason.Forms;

/// <summary>How a form of others is read.</summary>
public sealed record XlsFormOptions
{
    /// <summary>The language of texts whose column says none, when the form names no default language.</summary>
    public string Language { get; init; } = Text.LocalizedText.FrenchCode;

    /// <summary>How many times what is asked again for each is asked, where the form states no number.</summary>
    public int Repeats { get; init; } = 3;
}

/// <summary>The sheets of a form, its settings and its languages, and the texts of its rows.</summary>
internal sealed partial class FormBook
{
    private const int Patience = 5000;

    /// <summary>Rows of one sheet that are read, and rows once what repeats is unrolled.</summary>
    public const int MostRows = 10_000;

    public FormBook(IReadOnlyList<FormSheet> sheets, XlsFormOptions options, FormReport report)
    {
        (Options, Report) = (options, report);
        var survey = Find(sheets, "survey");
        if (survey is null && (survey = sheets.FirstOrDefault(HasTypes)) is not null) report.Add(FormOutcome.Changed, survey.Name, 0, "", FormNoticeCodes.SurveyByItsColumns);
        if (survey is null) report.Add(FormOutcome.Error, sheets.Count > 0 ? sheets[0].Name : "", 0, "", FormNoticeCodes.NoSurvey);
        var (choices, settings) = (Find(sheets, "choices"), Find(sheets, "settings"));
        foreach (var sheet in sheets.Where(sheet => sheet.Rows.Count > 0 && sheet != survey && sheet != choices && sheet != settings))
            report.Add(FormOutcome.NotCarried, sheet.Name, 0, "", FormNoticeCodes.SheetNotUsed);
        (Survey, SurveyRows) = Open(survey);
        (Choices, ChoiceRows) = Open(choices);
        var (columns, rows) = Open(settings);
        Settings = rows.Count > 0 ? columns.All.GroupBy(column => column.Name).ToDictionary(same => same.Key, same => SheetColumns.At(rows[0], same.First().Index)) : [];
        SettingsPlace = (columns, rows);
        Main = FormLanguages.Code(Settings.GetValueOrDefault("default_language", "")) ?? MainOfColumns();
        Languages = [.. Survey.Languages.Concat(Choices.Languages).Select(language => language.Length == 0 ? Main : language).Prepend(Main).Distinct()];
    }

    public XlsFormOptions Options { get; }

    public FormReport Report { get; }

    public SheetColumns Survey { get; }

    public IReadOnlyList<FormRow> SurveyRows { get; }

    public SheetColumns Choices { get; }

    public IReadOnlyList<FormRow> ChoiceRows { get; }

    /// <summary>What is told of each missing kind that some list offers.</summary>
    public Dictionary<string, IReadOnlyList<(string Key, object Value)>> Missing { get; } = new(StringComparer.Ordinal);

    /// <summary>Columns of the sheet of choices that some filter looks at.</summary>
    public HashSet<string> FilterColumns { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Settings { get; }

    public (SheetColumns Columns, IReadOnlyList<FormRow> Rows) SettingsPlace { get; }

    /// <summary>The language that stands for those a text lacks.</summary>
    public string Main { get; }

    public IReadOnlyList<string> Languages { get; }

    /// <summary>A text in every language; empty when it is said in none.</summary>
    /// <param name="columns">The columns of the row’s sheet.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">The plain name of the column.</param>
    /// <param name="quote">The code of an answer that the text may quote, by its name in the form; <see langword="null"/> for one that it may not.</param>
    public IReadOnlyList<(string Key, object Value)> Texts(SheetColumns columns, FormRow row, string column, Func<string, string?>? quote = null)
    {
        var said = columns.Texts(row, column, Main);
        if (said.Count == 0) return [];
        var spare = said.GetValueOrDefault(Main) ?? said.Values.First();
        foreach (var language in Languages.Where(language => !said.ContainsKey(language)))
            Report.Add(FormOutcome.Changed, columns.Sheet, row.Line, $"{column}::{language}", FormNoticeCodes.TranslationMissing, ("language", language));
        return [.. Languages.Select(language => (language, (object)Plain(said.GetValueOrDefault(language, spare), (columns, row, column), quote)))];
    }

    public IReadOnlyList<(string Key, object Value)> Same(string words) => [.. Languages.Select(language => (language, (object)words))];

    private string Plain(string text, (SheetColumns Columns, FormRow Row, string Column) place, Func<string, string?>? quote)
    {
        var (columns, row, column) = place;
        var plain = Markup().Replace(QuotedAnswers.Replace(text, quoted =>
        {
            if (quote?.Invoke(quoted.Code) is { } code) return $"${{{code}}}";
            Report.Add(FormOutcome.Changed, columns.Sheet, row.Line, columns.Written(column), FormNoticeCodes.AnswerInText, ("name", quoted.Code));
            return QuotedAnswers.Nothing;
        }), "");
        if (Markup().IsMatch(text)) Report.Add(FormOutcome.Changed, columns.Sheet, row.Line, columns.Written(column), FormNoticeCodes.MarkupRemoved);
        if (!string.IsNullOrWhiteSpace(Text.VisibleText.Of(plain))) return plain;
        Report.Add(FormOutcome.Changed, columns.Sheet, row.Line, columns.Written(column), FormNoticeCodes.WordsInvented);
        return StandIns.Dots;
    }

    private string MainOfColumns() => Survey.Languages.Contains("") || !Survey.Languages.Any() ? Options.Language : Survey.Languages.Contains(Options.Language) ? Options.Language : Survey.Languages.First();

    private (SheetColumns Columns, IReadOnlyList<FormRow> Rows) Open(FormSheet? sheet)
    {
        var columns = SheetColumns.Read(sheet, Report);
        var rows = sheet?.Rows.Skip(1).ToList() ?? [];
        if (rows.Count <= MostRows) return (columns, rows);
        Report.Add(FormOutcome.Error, sheet!.Name, rows[MostRows].Line, "", FormNoticeCodes.TooManyRows, ("most", MostRows));
        return (columns, rows[..MostRows]);
    }

    private static FormSheet? Find(IReadOnlyList<FormSheet> sheets, string name) => sheets.FirstOrDefault(sheet => sheet.Name.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool HasTypes(FormSheet sheet) => sheet.Rows is [var header, ..] && header.Cells.Any(cell => cell.Trim().Equals("type", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("</?[a-zA-Z][^<>]{0,200}>", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Markup();
}
