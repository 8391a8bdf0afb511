using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

/// <summary>Texts that quote earlier answers, filled for one person, named in a file, refused where they make no sense.</summary>
public sealed class QuotedAnswersTests
{
    private static readonly Questionnaire Form = Samples.Read(Yaml("Depuis quand : ${role|votre travail}?", "Since when, ${role|your work}?"));

    [Theory]
    [InlineData("""{"role":"artist"}""", "fr", "Depuis quand\u00A0: Artiste <b>?")]
    [InlineData("""{"role":"artist"}""", "en", "Since when, Artist & co?")]
    [InlineData("""{"role":"another","role.other":"Luthier ${role}\nà Gaspé"}""", "fr", "Depuis quand\u00A0: Luthier ${role} à Gaspé?")]
    [InlineData("""{"role":"another"}""", "en", "Since when, Other?")]
    [InlineData("""{"role":{"missing":"prefer_not"}}""", "fr", "Depuis quand\u00A0: votre travail?")]
    [InlineData("{}", "en", "Since when, your work?")]
    public void An_answer_is_said_in_the_readers_language(string answers, string language, string said)
    {
        var text = Form.FindVariable("since")!.Question.Title.In(language);
        QuotedAnswers.Fill(text, Form.RouteFor(AnswerSet.Parse(answers)), language).ShouldBe(said);
    }

    [Theory]
    [InlineData("${hours|beaucoup}", """{"hours":12.5}""", "fr", "12,5")]
    [InlineData("${hours}", "{}", "fr", "…")]
    [InlineData("${double}", """{"hours":12.5}""", "en", "25")]
    [InlineData("${tools}", """{"tools":["mail","chat"]}""", "en", "E-mail, Chat")]
    [InlineData("${day}", """{"day":"2027-02-01"}""", "fr", "1er février 2027")]
    [InlineData("${hidden|rien}", """{"hidden":"x"}""", "fr", "rien")]
    [InlineData("${ hours } et ${", """{"hours":3}""", "fr", "3 et ${")]
    public void Numbers_days_choices_and_what_is_worked_out_are_said_too(string text, string answers, string language, string said) =>
        QuotedAnswers.Fill(text, Form.RouteFor(AnswerSet.Parse(answers)), language).ShouldBe(said);

    [Fact]
    public void A_file_says_the_name_in_brackets() => QuotedAnswers.Named("${role|x} et ${hours}").ShouldBe("[role] et [hours]");

    [Theory]
    [InlineData("${rol}", "quoted_mistyped")]
    [InlineData("${nobody}", "quoted_unknown")]
    [InlineData("${since}", "quoted_later_page")]
    [InlineData("${after}", "quoted_later_page")]
    public void What_makes_no_sense_is_refused(string quoted, string problem) =>
        QuestionnaireReader.Read(Yaml(quoted, quoted), "q").Problems.ShouldHaveSingleItem().Code.ShouldBe(problem);

    [Fact]
    public void An_option_and_a_section_quote_nothing()
    {
        var yaml = Yaml("Depuis quand?", "Since when?").Replace("fr: Courriel", "fr: \"${role}\"", StringComparison.Ordinal).Replace("{ fr: Tout, en: All }", "{ fr: \"${role}\", en: All }", StringComparison.Ordinal);
        QuestionnaireReader.Read(yaml, "q").Problems.Select(problem => problem.Code).ShouldBe(["quoted_elsewhere", "quoted_elsewhere"]);
    }

    [Theory]
    [InlineData("${role|vous} ${sure}", "")]
    [InlineData("${role}", "Question since: Warns quoted_may_lack text=title name=role")]
    public void What_may_lack_is_told_unless_the_text_says_what_to_say(string text, string finding) =>
        string.Join(", ", Completeness.Of(Samples.Read(Yaml(text + "?", text + "!"))).Where(one => one.Code == FindingCodes.QuotedMayLack)).ShouldBe(finding);

    [Fact]
    public void A_draft_follows_a_code_that_changes_and_tells_who_quotes_it()
    {
        var draft = ReadDraft.From(Yaml("${role|vous}?", "${role|you}!")).Draft!;
        var place = draft.Questions.Where(one => one.Question.Code == "role").Select(one => DraftPlace.Of(one.Page, one.Question)).Single();
        RulesOfDraft.Using(draft, place).Select(rule => rule.Place.Question).ShouldBe(["since"]);
        var (renamed, _) = RulesOfDraft.RenameQuestion(draft, place, "work");
        CheckDraft.Of(renamed).Questionnaire!.FindVariable("since")!.Question.Title.In("fr").ShouldBe("${work|vous}?");
        FillDraft.Alone(draft, draft.Questions.Last().Question, "alone")!.Questions.ShouldHaveSingleItem();
        FillDraft.Run(draft.With(place))!.Questionnaire!.FindVariable("since").ShouldNotBeNull();
    }

    [Fact]
    public void It_leaves_and_comes_back_as_a_form_of_others()
    {
        var written = XlsFormWriter.Write(Form);
        written.Notices.Select(notice => notice.Code).ShouldContain(FormNoticeCodes.InsteadLeftOut);
        written.Notices.Select(notice => notice.Code).ShouldContain(FormNoticeCodes.QuotedByName);
        var back = XlsFormReader.Read(written.Sheets);
        back.Notices.Where(notice => notice.Code == FormNoticeCodes.AnswerInText).ShouldBeEmpty();
        back.Questionnaire!.FindVariable("since")!.Question.Title.In("en").ShouldBe("Since when, ${role}?");
    }

    private static string Yaml(string fr, string en) => $$"""
        code: quotes
        version: "1"
        title: { fr: Citer, en: Quote }
        missing: { prefer_not: { fr: Non, en: "No" } }
        calculations:
          - { code: double, value: "${hours} * 2" }
          - { code: after, value: "concat(${since}, '')" }
        sections:
          - code: all
            title: { fr: Tout, en: All }
            pages:
              - code: first
                title: { fr: Vous, en: You }
                questions:
                  - code: role
                    kind: single
                    title: { fr: Votre rôle, en: Your role }
                    missing: [prefer_not]
                    options:
                      - { code: artist, fr: "Artiste <b>", en: "Artist & co" }
                      - { code: another, fr: Autre, en: Other, other: true }
                  - { code: hours, kind: number, decimals: 1, title: { fr: Heures, en: Hours } }
                  - { code: day, kind: date, title: { fr: Jour, en: Day } }
                  - { code: sure, kind: short_text, required: true, title: { fr: Sûr, en: Sure } }
                  - code: tools
                    kind: multiple
                    title: { fr: Outils, en: Tools }
                    options: [{ code: mail, fr: Courriel, en: E-mail }, { code: chat, fr: Clavardage, en: Chat }]
              - code: second
                when: hours > 1000
                questions: [{ code: hidden, kind: short_text, title: { fr: Caché, en: Hidden } }]
              - code: third
                questions: [{ code: since, kind: short_text, title: { fr: "{{fr}}", en: "{{en}}" } }]
        """;
}
