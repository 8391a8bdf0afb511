using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

/// <summary>Values worked out from earlier answers: decided on at once, kept when the answers are sent, never asked.</summary>
public sealed class CalculatedQuestionTests
{
    private static readonly Questionnaire Form = Samples.Read(Yaml());

    [Theory]
    [InlineData("""{"hours":10,"days":4}""", "40", "long")]
    [InlineData("""{"hours":2,"days":4}""", "8", "short")]
    [InlineData("""{"hours":2}""", "skipped", "none")]
    public void A_value_decides_and_is_kept_when_answers_are_sent(string answers, string week, string kind)
    {
        var route = Form.RouteFor(AnswerSet.Parse(answers));
        route.Pages.Select(page => page.Code).ShouldBe(week == "40" ? ["first", "tired", "last"] : ["first", "last"]);
        var sent = route.Complete();
        sent["week"].ToString().ShouldBe(week);
        sent["length"].ToString().ShouldBe(kind);
        sent.Count.ShouldBe(Form.Variables.Count);
    }

    [Fact]
    public void What_was_answered_otherwise_since_changes_it()
    {
        var sent = Form.RouteFor(AnswerSet.Parse("""{"hours":1,"days":1,"week":99}""")).Complete();
        sent["week"].Number.ShouldBe(1);
    }

    [Fact]
    public void Nothing_of_it_is_asked_nor_lacking()
    {
        var route = Form.RouteFor(AnswerSet.Parse("""{"hours":1,"days":1,"name":{"missing":"skipped"}}"""));
        route.FirstIncomplete.ShouldBeNull();
        Form.Questions.OfType<CalculatedQuestion>().SelectMany(question => question.Fields).ShouldBeEmpty();
        Form.FindPage("first")!.Title.In("en").ShouldBe("Hours and days");
        Form.Questions.OfType<CalculatedQuestion>().Select(question => question.IsSeen).ShouldBe([false, false, true]);
    }

    [Fact]
    public void A_text_quotes_it_in_the_readers_language() =>
        QuotedAnswers.Fill("${week}", Form.RouteFor(AnswerSet.Parse("""{"hours":2.5,"days":5}""")), "fr").ShouldBe("12,5");

    [Theory]
    [InlineData("${hours} * ${days}", "${late} + 1", "rests_on_later")]
    [InlineData("${hours} * ${days}", "${week} + 1", "calculation_circle")]
    [InlineData("${hours} * ${days}", "concat(${hours}, 'x')", "not_a_number")]
    [InlineData("${hourz} * ${days}", "1", "condition_mistyped_variable")]
    [InlineData("${hours} *", "1", "condition_syntax")]
    public void What_cannot_be_known_in_time_is_refused(string value, string other, string problem)
    {
        var yaml = Yaml().Replace("${hours} * ${days}", problem is "rests_on_later" or "not_a_number" or "calculation_circle" ? other : value, StringComparison.Ordinal);
        QuestionnaireReader.Read(yaml, "q").Problems.Select(one => one.Code).ShouldContain(problem);
    }

    [Fact]
    public void Completeness_looks_through_it_and_walks_meet_nothing_of_it()
    {
        Completeness.Of(Form).Where(finding => finding.Severity == FindingSeverity.Blocks).ShouldBeEmpty();
        Completeness.Of(Samples.Read(Yaml().Replace("${week} > 30", "${length} = 'nobody'", StringComparison.Ordinal))).ShouldContain(finding => finding.Place.Code == "tired");
        var walk = RandomWalks.Of(Form, 200);
        walk.DeadEnds.ShouldBeEmpty();
        walk.Reached.ShouldContain("tired");
    }

    [Fact]
    public void It_leaves_and_comes_back_as_a_form_of_others()
    {
        var written = XlsFormWriter.Write(Form);
        written.Sheets[0].Rows.ShouldContain(row => row.Cells[0] == "calculate" && row.Cells[1] == "week" && row.Cells.Contains("${hours} * ${days}"));
        var back = XlsFormReader.Read(written.Sheets);
        back.Notices.Where(notice => notice.Outcome == FormOutcome.Error).ShouldBeEmpty();
        back.Questionnaire!.Questions.OfType<CalculatedQuestion>().Select(question => (question.Code, question.Type.Word)).ShouldBe([("week", "number"), ("length", "text"), ("again", "number")]);
        back.Questionnaire.RouteFor(AnswerSet.Parse("""{"hours":10,"days":4}""")).Complete()["week"].Number.ShouldBe(40);
    }

    [Fact]
    public void A_draft_follows_a_code_that_changes_into_it()
    {
        var draft = ReadDraft.From(Yaml()).Draft!;
        var place = draft.Questions.Where(one => one.Question.Code == "hours").Select(one => DraftPlace.Of(one.Page, one.Question)).Single();
        var (renamed, _) = RulesOfDraft.RenameQuestion(draft, place, "time");
        CheckDraft.Of(renamed).Questionnaire!.Questions.OfType<CalculatedQuestion>().First().Value.Text.ShouldBe("${time} * ${days}");
        FillDraft.Alone(draft, draft.Questions.First(one => one.Question.Code == "again").Question, "again_fr")!.Questions.ShouldHaveSingleItem();
    }

    private static string Yaml() => """
        code: worked
        version: "1"
        title: { fr: Calculer, en: Work out }
        sections:
          - code: all
            title: { fr: Tout, en: All }
            pages:
              - code: first
                title: { fr: Heures et jours, en: Hours and days }
                questions:
                  - { code: hours, kind: number, decimals: 1, title: { fr: Heures, en: Hours } }
                  - { code: days, kind: number, title: { fr: Jours, en: Days } }
                  - { code: week, kind: calculated, title: { fr: Semaine, en: Week }, value: "${hours} * ${days}" }
              - code: hidden
                questions:
                  - { code: length, kind: calculated, type: text, title: { fr: Genre, en: Kind }, value: "if(${week} > 20, 'long', if(${week} > 0, 'short', 'none'))" }
              - code: tired
                when: ${week} > 30
                questions: [{ code: late, kind: number, title: { fr: Tard, en: Late } }]
              - code: last
                title: { fr: Fin, en: End }
                questions:
                  - { code: again, kind: calculated, shown: true, title: { fr: Cela fait, en: That is }, value: "${week} + 1" }
                  - { code: name, kind: short_text, title: { fr: Un mot, en: A word } }
        """;
}
