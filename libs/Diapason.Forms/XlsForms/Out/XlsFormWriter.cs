namespace Diapason.Forms;

/// <summary>What came of writing a questionnaire as a form of others.</summary>
/// <param name="Sheets">The sheets <c>survey</c>, <c>choices</c> and <c>settings</c>; the first row of each names its columns.</param>
/// <param name="Notices">What became of everything, by sheet and row of what was written; what has no place there has row 0.</param>
public sealed record XlsFormWriting(IReadOnlyList<FormSheet> Sheets, IReadOnlyList<FormNotice> Notices);

/// <summary>
/// Writes a questionnaire as an XLSForm, for ODK, Kobo or Enketo: sections and pages are groups, what has several items is unrolled, one question an item. Read
/// back, it asks the same variables of the same people in the same words, but for what the notices say. Whoever has a spreadsheet's writer makes the file.
/// </summary>
public static class XlsFormWriter
{
    /// <summary>Writes a form.</summary>
    public static XlsFormWriting Write(Questionnaire questionnaire)
    {
        var form = new FormOut(questionnaire);
        form.WriteSettings();
        var rows = new QuestionRows(form);
        var calculations = new CalculationRows(form);
        calculations.After(-1);
        foreach (var section in questionnaire.Sections) Write(section, form, rows, calculations);
        return new([form.Survey.Sheet, form.Choices.Sheet, form.Settings.Sheet], form.Report.Notices);
    }

    private static void Write(Section section, FormOut form, QuestionRows rows, CalculationRows calculations)
    {
        form.Open(section.Code, section.Title, section.When, "");
        foreach (var page in section.Pages)
        {
            // A page without words of its own bears its only question's, which a row says by itself.
            var seen = page.Questions.Where(question => question.IsSeen).ToList();
            var isSaid = !page.HasOwnTitle && (seen.Count == 0 || seen is [{ Items.Count: 0, Fields.Count: > 0, IsConsent: false }]);
            form.Open(page.Code, isSaid ? Text.LocalizedText.Empty : page.Title, page.When, "field-list");
            Note(page, form);
            foreach (var question in page.Questions) rows.Write(question, isAlone: seen.Count == 1 && !page.HasOwnTitle);
            form.Survey.Add(("type", "end_group"));
            calculations.After(page.Index);
        }

        form.Survey.Add(("type", "end_group"));
    }

    private static void Note(Page page, FormOut form)
    {
        if (!page.Why.IsEmpty || !page.Who.IsEmpty) form.Report.Add(FormOutcome.NotCarried, "survey", form.Survey.Line, "", FormNoticeCodes.MarginLeftOut, ("page", page.Code));
        if (page.Intro.IsEmpty) return;
        form.Survey.Add([("type", "note"), ("name", form.Name($"{page.Code}_intro")), .. form.Said("label", page.Intro)]);
        form.Report.Add(FormOutcome.Changed, "survey", form.Survey.Line, "", FormNoticeCodes.IntroAsNote, ("page", page.Code));
    }
}
