namespace Diapason.Forms;

/// <summary>What came of reading a form of others.</summary>
/// <param name="Questionnaire">The questionnaire, without what could not be carried; <see langword="null"/> when nothing could be made of it.</param>
/// <param name="Yaml">The questionnaire as it is kept; empty when there is none.</param>
/// <param name="Notices">What became of everything, in the order in which it was met: nothing is dropped in silence.</param>
public sealed record XlsFormReading(Questionnaire? Questionnaire, string Yaml, IReadOnlyList<FormNotice> Notices)
{
    /// <summary>How many things had this outcome.</summary>
    public int Count(FormOutcome outcome) => Notices.Count(notice => notice.Outcome == outcome);
}

/// <summary>
/// Reads a form written as a spreadsheet for ODK, Kobo or Enketo (XLSForm) into a questionnaire, with a report by sheet, row and column. Never throws,
/// whatever the cells hold. The questionnaire is written as YAML and read back by <see cref="QuestionnaireReader"/>: what comes of a form is what an author could have written.
/// </summary>
public static class XlsFormReader
{
    private static readonly HashSet<string> SurveyColumns = new(StringComparer.Ordinal)
    {
        "type", "name", "label", "hint", "relevant", "constraint", "constraint_message", "required", "choice_filter", "calculation", "appearance", "repeat_count", "parameters",
    };

    private static readonly HashSet<string> ChoiceColumns = new(StringComparer.Ordinal) { "list_name", "name", "label", "image", "image_alt" };
    private static readonly HashSet<string> SettingColumns = new(StringComparer.Ordinal) { "form_title", "form_id", "version", "default_language" };

    /// <summary>Reads a form.</summary>
    /// <param name="sheets">Every sheet of the file.</param>
    /// <param name="options">How to read what a form does not say.</param>
    public static XlsFormReading Read(IReadOnlyList<FormSheet> sheets, XlsFormOptions? options = null)
    {
        var report = new FormReport();
        var book = new FormBook(sheets, options ?? new(), report);
        var lists = FormChoices.Read(book);
        var expressions = new FormExpressions(book);
        var layout = new FormLayout(book, new(book, lists, expressions), expressions);
        var items = new FormItems(book, lists).Read();
        layout.Lay(items);
        FormChoices.Close(book, lists);
        Unused(book.Survey, book.SurveyRows, SurveyColumns, report);
        Unused(book.Choices, book.ChoiceRows, [.. ChoiceColumns, .. book.FilterColumns], report);
        Unused(book.SettingsPlace.Columns, book.SettingsPlace.Rows, SettingColumns, report);
        var sections = layout.Sections.Where(section => section.Pages.Count > 0).ToList();
        if (sections.Count > 0) return Finish(Written(book, lists, layout, sections), report, items.Where(item => item.Named is not null).GroupBy(item => item.Named!.Code).ToDictionary(same => same.Key, same => same.First().Row.Line));
        if (book.Survey.Sheet.Length > 0) report.Add(FormOutcome.Error, book.Survey.Sheet, 0, "", FormNoticeCodes.NothingToAsk);
        return new(null, "", report.Notices);
    }

    private static XlsFormReading Finish(string yaml, FormReport report, IReadOnlyDictionary<string, int> rows)
    {
        var reading = QuestionnaireReader.Read(yaml, "form");
        if (reading.Questionnaire is not null || ReadDraft.From(yaml).Draft is not { } draft) return new(reading.Questionnaire, reading.Questionnaire is null ? "" : yaml, report.Notices);
        // What only makes no sense once names are bound is told by its thing, whose code is its row's name.
        var sound = SoundDraft.Of(draft, (problem, isRule) => report.Add(
            FormOutcome.Error, "survey", rows.GetValueOrDefault(problem.Place.Question.Length > 0 ? problem.Place.Question : problem.Place.Code), isRule ? "relevant" : "", FormNoticeCodes.Refused, ("problem", problem.Problem)));
        return new(sound?.Questionnaire, sound?.Text ?? "", report.Notices);
    }

    private static string Written(FormBook book, Dictionary<string, FormList> lists, FormLayout layout, List<FormSection> sections)
    {
        var (id, title) = (book.Settings.GetValueOrDefault("form_id", ""), book.Settings.GetValueOrDefault("form_title", ""));
        if (title.Length == 0 && (id.Length == 0 || sections.Exists(section => section.Group is null))) book.Report.Add(FormOutcome.Changed, "settings", 0, "form_title", FormNoticeCodes.WordsInvented);
        return YamlText.Write(
        [
            ("code", FormCodes.Spell(id.Length > 0 ? id : title.Length > 0 ? title : "form", CodeKind.Name)),
            ("version", book.Settings.GetValueOrDefault("version", "") is { Length: > 0 } version ? version : "1"),
            ("languages", book.Languages.ToList<object>()),
            ("title", book.Same(title.Length > 0 ? title : id.Length > 0 ? id : StandIns.Dots)),
            ("missing", book.Missing.Select(missing => (missing.Key, (object)missing.Value)).ToList()),
            ("lists", lists.Values.Where(list => list.IsUsed).Select(list => (list.Code, (object)list.Answers.Select(choice => (object)FormQuestions.Option(choice)).ToList())).ToList()),
            ("calculations", layout.Calculations.Select(one => (object)new List<(string Key, object Value)> { ("code", one.Code), ("value", one.Value) }).ToList()),
            ("sections", sections.Select(section => (object)section.Keys).ToList()),
        ]);
    }

    private static void Unused(SheetColumns columns, IReadOnlyList<FormRow> rows, HashSet<string> used, FormReport report)
    {
        foreach (var (name, index) in columns.All.Where(column => !used.Contains(column.Name)))
            if (rows.FirstOrDefault(row => SheetColumns.At(row, index).Length > 0) is { } first) report.Add(FormOutcome.NotCarried, columns.Sheet, first.Line, columns.WrittenAt(index), FormNoticeCodes.ColumnNotUsed);
    }
}
