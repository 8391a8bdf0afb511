using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

/// <summary>Answers judged by an expression of the question's own, and choices offered by what was answered before.</summary>
public sealed class ConstraintTests
{
    private static readonly Questionnaire Form = Samples.Read(Yaml);

    [Theory]
    [InlineData("10", "3", "")]
    [InlineData("10", "12", "used constraint")]
    [InlineData("10", "", "")]
    [InlineData("10", "x", "used not_a_number")]
    [InlineData("", "3", "used constraint")]
    public void An_answer_is_judged_with_the_others_of_its_page(string hours, string used, string problem)
    {
        var post = Post("first", "{}", ("hours", hours), ("used", used), ("tools", "mail"));
        string.Join(' ', post.Problems.Select(one => $"{one.Field.Name} {one.Code}")).ShouldBe(problem);
        post.Answers.Has("used").ShouldBe(problem.Length == 0);
    }

    [Fact]
    public void Several_choices_and_words_are_judged_too()
    {
        Post("first", "{}", ("tools", "mail"), ("postal", "G1R")).Problems.Select(one => one.Field.Name).ShouldBe(["postal"]);
        Post("first", "{}", ("tools", "chat"), ("postal", "G1R 5A5")).Problems.Select(one => one.Field.Name).ShouldBe(["tools"]);
        Form.FindVariable("postal")!.Question.ConstraintMessage.In("fr").ShouldBe("Un code postal, comme G1R 5A5.");
    }

    [Theory]
    [InlineData("qc", "quebec gaspe elsewhere")]
    [InlineData("on", "toronto elsewhere")]
    [InlineData("", "elsewhere")]
    public void Choices_are_offered_by_what_was_answered_before(string region, string offered)
    {
        var route = Form.RouteFor(AnswerSet.Parse($$"""{"region":"{{region}}"}"""));
        var town = Form.FindVariable("town")!.Question;
        string.Join(' ', route.Shown(town, town.Fields[0].Choices).Select(option => option.Code)).ShouldBe(offered);
        PagePost.Read(town.Page, route, name => name == "town" ? ["toronto"] : []).Problems.Count.ShouldBe(region == "on" ? 0 : 1);
    }

    [Fact]
    public void A_choice_no_longer_offered_is_asked_again_and_a_list_without_choices_is_not_asked()
    {
        var answers = AnswerSet.Parse("""{"region":"qc","town":"toronto","hours":1,"used":1,"tools":["mail"],"postal":{"missing":"skipped"},"street":{"missing":"skipped"}}""");
        Form.RouteFor(answers).FirstIncomplete!.Code.ShouldBe("towns");
        Form.RouteFor(answers.With("town", AnswerValue.Of("gaspe"))).Shows(Form.FindVariable("street")!.Question).ShouldBeTrue();
        Form.RouteFor(answers.With("town", AnswerValue.Of("elsewhere"))).Shows(Form.FindVariable("street")!.Question).ShouldBeFalse();
        Form.RouteFor(answers.With("town", AnswerValue.Of("elsewhere"))).Complete()["street"].Missing.ShouldBe(MissingKind.NotAsked);
    }

    [Fact]
    public void Random_respondents_choose_what_is_offered_and_a_hard_constraint_is_no_dead_end()
    {
        var walk = RandomWalks.Of(Form, 300);
        walk.DeadEnds.ShouldBeEmpty();
        Completeness.Of(Form, walk).Where(finding => finding.Severity == FindingSeverity.Blocks).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(". <= ${hours}", ". <= ${region}", "rests_on_later")]
    [InlineData(". <= ${hours}", ". <=", "condition_syntax")]
    [InlineData("when: ${region} = 'on'", "when: ${town} = 'gaspe'", "condition_circle")]
    [InlineData("when: ${region} = 'on'", "when: ${region} = 'zz'", "condition_unknown_option")]
    public void What_makes_no_sense_is_refused(string text, string other, string problem) =>
        QuestionnaireReader.Read(Yaml.Replace(text, other, StringComparison.Ordinal), "q").Problems.Select(one => one.Code).ShouldContain(problem);

    [Fact]
    public void They_leave_and_come_back_as_a_form_of_others()
    {
        var written = XlsFormWriter.Write(Form);
        written.Sheets[0].Rows.ShouldContain(row => row.Cells[1] == "town" && row.Cells.Contains("by_region = '' or by_region = ${region}"));
        written.Sheets[0].Rows.ShouldContain(row => row.Cells[1] == "used" && row.Cells.Contains(". >= 0 and (. <= ${hours})"));
        var back = XlsFormReader.Read(written.Sheets);
        back.Notices.Where(notice => notice.Outcome is FormOutcome.Error or FormOutcome.NotCarried && notice.Code != FormNoticeCodes.MinutesLeftOut).ShouldBeEmpty();
        var form = back.Questionnaire!;
        form.FindVariable("postal")!.Question.ConstraintMessage.In("en").ShouldBe("A postal code, such as G1R 5A5.");
        form.FindVariable("town")!.Options.Select(option => option.When?.Text).ShouldBe(["${region} = 'qc'", "${region} = 'qc'", "${region} = 'on'", null]);
        form.FindVariable("street")!.Options.Select(option => option.When?.Expression.ToXlsForm()).ShouldBe(Form.FindVariable("street")!.Options.Select(option => option.When?.Expression.ToXlsForm()));
        form.FindVariable("used")!.Question.Constraint!.Text.ShouldContain(". <= ${hours}");
    }

    [Fact]
    public void A_cascade_of_a_form_of_others_is_carried_with_the_codes_it_has_here()
    {
        FormSheet[] sheets =
        [
            new("survey", [new(1, ["type", "name", "label", "choice_filter", "constraint", "constraint_message"]), new(2, ["select_one r", "Region", "Where?", "", "", ""]), new(3, ["select_one t", "town", "Which town?", "in_region=${Region} and kind != 'ghost'", "", ""]),
                new(4, ["text", "code", "Code?", "", "regex(., '^[A-Z]')", "Begins with a capital"])]),
            new("choices", [new(1, ["list_name", "name", "label", "in_region", "kind"]), new(2, ["r", "North Shore", "North", "", ""]), new(3, ["r", "south", "South", "", ""]), new(4, ["t", "sept", "Sept-Îles", "North Shore", "town"]),
                new(5, ["t", "gagnon", "Gagnon", "North Shore", "ghost"]), new(6, ["t", "riviere", "Rivière", "south", "town"])]),
        ];
        var reading = XlsFormReader.Read(sheets, new() { Language = "en" });
        reading.Notices.Where(notice => notice.Outcome is FormOutcome.Error or FormOutcome.NotCarried).Select(notice => notice.ToString()).ShouldBe(["choices:5:: NotCarried choice_never_offered name=gagnon"]);
        reading.Questionnaire!.FindVariable("town")!.Options.Select(option => $"{option.Code} {option.When!.Text}").ShouldBe(["sept ${region} = 'north_shore'", "riviere ${region} = 'south'"]);
        (reading.Questionnaire.FindVariable("code")!.Question.Constraint!.Text, reading.Questionnaire.FindVariable("code")!.Question.ConstraintMessage.In("en")).ShouldBe(("regex(., '^[A-Z]')", "Begins with a capital"));
    }

    private const string Yaml = """
        code: judged
        version: "1"
        title: { fr: Juger, en: Judge }
        sections:
          - code: all
            title: { fr: Tout, en: All }
            pages:
              - code: first
                title: { fr: Heures, en: Hours }
                questions:
                  - { code: hours, kind: number, title: { fr: Heures, en: Hours } }
                  - { code: used, kind: number, min: 0, title: { fr: Dont avec l’IA, en: With AI }, constraint: ". <= ${hours}" }
                  - code: tools
                    kind: multiple
                    title: { fr: Outils, en: Tools }
                    constraint: "selected(., 'mail') or count-selected(.) > 1"
                    options: [{ code: mail, fr: Courriel, en: E-mail }, { code: chat, fr: Clavardage, en: Chat }]
                  - code: postal
                    kind: short_text
                    required: false
                    title: { fr: Code, en: Code }
                    constraint: "regex(., '^[A-Z][0-9][A-Z] [0-9][A-Z][0-9]$')"
                    constraint_message: { fr: "Un code postal, comme G1R 5A5.", en: "A postal code, such as G1R 5A5." }
              - code: where
                title: { fr: Où, en: Where }
                questions:
                  - code: region
                    kind: single
                    title: { fr: Région, en: Region }
                    options: [{ code: qc, fr: Québec, en: Quebec }, { code: "on", fr: Ontario, en: Ontario }]
              - code: towns
                questions:
                  - code: town
                    kind: single
                    title: { fr: Ville, en: Town }
                    options:
                      - { code: quebec, fr: Québec, en: Québec City, when: "region = 'qc'" }
                      - { code: gaspe, fr: Gaspé, en: Gaspé town, when: "region = 'qc'" }
                      - code: toronto
                        fr: Toronto
                        en: Toronto city
                        when: ${region} = 'on'
                      - { code: elsewhere, fr: Ailleurs, en: Elsewhere }
              - code: streets
                questions:
                  - code: street
                    kind: multiple
                    title: { fr: Rues, en: Streets }
                    options:
                      - { code: one, fr: Une, en: One, when: "town in ('gaspe', 'quebec')" }
                      - { code: two, fr: Deux, en: Two, when: "town = 'quebec' and hours > 1" }
        """;
    private static PagePost Post(string page, string answers, params (string Field, string Value)[] posted) =>
        PagePost.Read(Form.FindPage(page)!, Form.RouteFor(AnswerSet.Parse(answers)), name => [.. posted.Where(one => one.Field == name).Select(one => one.Value)]);
}
