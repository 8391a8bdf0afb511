using Diapason.Text;

namespace Diapason.Forms;

/// <summary>
/// Reads a survey exported by LimeSurvey (<c>.lss</c>, from version 1.9 to 6) into a questionnaire, with a report by table, line and element. Never throws,
/// whatever the file holds. What comes of it is written as an author could have written it, and read back by <see cref="QuestionnaireReader"/>.
/// </summary>
public static class LssReader
{
    /// <summary>Reads a survey.</summary>
    /// <param name="file">XML; read, not closed. No other file is ever opened for it.</param>
    public static XlsFormReading Read(Stream file)
    {
        var report = new FormReport();
        if (LssTables.Read(file, report) is not { } tables) return new(null, "", report.Notices);
        var survey = new LssSurvey(LssConditions.Joined(tables), report);
        var names = new LssNames(survey.Settings["sid"]);
        var layout = new LssLayout(survey, new(survey, names, report), names, report);
        var title = survey.Text("surveyls_title");
        if (title.IsEmpty)
        {
            report.Add(FormOutcome.Changed, "surveys_languagesettings", 0, "surveyls_title", FormNoticeCodes.WordsInvented);
            title = survey.Ours(StandIns.Dots, StandIns.Dots);
        }

        layout.Lay(title);
        new LssLeftOver(tables, report).Tell();
        if (layout.Sections.Count > 0) return Sound(Drafted(survey, layout, title), layout, report);
        report.Add(FormOutcome.Error, "questions", 0, "", FormNoticeCodes.NothingToAsk);
        return new(null, "", report.Notices);
    }

    private static Draft Drafted(LssSurvey survey, LssLayout layout, LocalizedText title) => new()
    {
        Code = NewCode.Option([], title, isItem: true),
        Version = "1",
        Languages = survey.Languages,
        Title = title,
        ConsentVersion = layout.Consent.IsEmpty ? "" : "1",
        Consent = layout.Consent,
        Calculations = layout.Calculations,
        Sections = layout.Sections,
    };

    // What the reader of questionnaires refuses is told at its line and left out, a rule before its question.
    private static XlsFormReading Sound(Draft draft, LssLayout layout, FormReport report)
    {
        var sound = SoundDraft.Of(draft, (problem, isRule) =>
        {
            var row = layout.Rows.GetValueOrDefault(problem.Place.Question.Length > 0 ? problem.Place.Question : problem.Place.Code);
            report.Add(isRule ? FormOutcome.NotCarried : FormOutcome.Error, row?.Table ?? problem.Place.ToString(), row?.Line ?? 0, isRule ? "relevance" : "", FormNoticeCodes.Refused, ("problem", problem.Problem));
        });
        if (sound is not null) return new(sound.Questionnaire, sound.Text, report.Notices);
        report.Add(FormOutcome.Error, "questions", 0, "", FormNoticeCodes.NothingToAsk);
        return new(null, "", report.Notices);
    }
}
