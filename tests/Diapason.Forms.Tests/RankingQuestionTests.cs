using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

/// <summary>Options put in order: ranks posted by number, doubles and gaps refused by name, the first said apart.</summary>
public sealed class RankingQuestionTests
{
    private static readonly Questionnaire Form = Make("top: 3");

    [Fact]
    public void Ranks_are_kept_in_order_and_the_first_is_said_apart()
    {
        var post = Post(("order.time", "2"), ("order.cost", "1"), ("order.skill", "3"));
        post.Problems.ShouldBeEmpty();
        post.Answers["order"].ToString().ShouldBe("cost time skill");
        post.Answers["order.first"].Text.ShouldBe("cost");
        var order = (RankingQuestion)Form.FindVariable("order")!.Question;
        order.Ranks.Select(field => string.Join(' ', field.Values(post.Answers, "fr"))).ShouldBe(["2", "1", "3", ""]);
        Form.FindVariable("order")!.Say(post.Answers["order"], "fr").ShouldBe(["1. Coût", "2. Temps", "3. Expertise"]);
        Form.FindVariable("order")!.Read("cost time").ShouldBe(AnswerValue.Of("cost", "time"));
        Form.FindVariable("order")!.Read("cost cost").ShouldBeNull();
        Form.FindVariable("order")!.Read("cost time skill fear").ShouldBeNull();
    }

    [Theory]
    [InlineData("2 2 - -", "order.cost rank_twice")]
    [InlineData("1 3 - -", "order.skill rank_missing")]
    [InlineData("1 4 - -", "order.cost unknown_option")]
    [InlineData("- - - -", "")]
    [InlineData("1 - - -", "")]
    [InlineData("1 - - - dont_know", "order.missing exclusive_with_others")]
    [InlineData("- - - - dont_know", "")]
    public void Doubles_and_gaps_are_refused_at_the_row(string ranks, string problem)
    {
        string[] fields = ["order.time", "order.cost", "order.skill", "order.fear", "order.missing"];
        var post = Post([.. ranks.Split(' ').Zip(fields, (rank, field) => (field, rank == "-" ? "" : rank))]);
        string.Join(' ', post.Problems.Select(one => $"{one.Field.Name} {one.Code}")).ShouldBe(problem);
        post.Answers.Has("order").ShouldBe(problem.Length == 0);
        post.Answers.Has("order.first").ShouldBe(problem.Length == 0);
    }

    [Fact]
    public void A_double_is_told_with_both_rows()
    {
        var problem = Post(("order.time", "2"), ("order.fear", "2")).Problems.ShouldHaveSingleItem();
        (problem.Args["rank"], problem.Args["other"].ToString(), problem.Args["option"].ToString()).ShouldBe((2, "Temps", "Crainte"));
    }

    [Fact]
    public void One_that_is_required_wants_every_rank()
    {
        var form = Make("required: true");
        Read(form, ("order.time", "1"), ("order.cost", "2"), ("order.skill", "3")).Problems.ShouldHaveSingleItem().Code.ShouldBe(FieldProblemCodes.RankMissing);
        Read(form).Problems.ShouldHaveSingleItem().Code.ShouldBe(FieldProblemCodes.Required);
        Read(form, ("order.time", "1"), ("order.cost", "2"), ("order.skill", "3"), ("order.fear", "4")).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_sent_holds_the_first_again_and_why_there_is_none()
    {
        var sent = Form.RouteFor(AnswerSet.Parse("""{"order":["skill","time"]}""")).Complete();
        sent["order.first"].Text.ShouldBe("skill");
        Form.RouteFor(AnswerSet.Empty).Complete()["order.first"].Missing.ShouldBe(MissingKind.Skipped);
    }

    [Fact]
    public void Random_respondents_rank_and_nothing_is_found_wrong()
    {
        var form = Make("required: true", when: "selected(order, 'time') and order.first = 'cost'");
        var walk = RandomWalks.Of(form, 200);
        walk.DeadEnds.ShouldBeEmpty();
        walk.Reached.ShouldContain("after");
        Completeness.Of(form).ShouldBeEmpty();
    }

    [Fact]
    public void It_leaves_and_comes_back_as_a_form_of_others()
    {
        var written = XlsFormWriter.Write(Make("hint: { fr: Aide, en: Help }"));
        written.Sheets[0].Rows.ShouldContain(row => row.Cells[0] == "rank order" && row.Cells[1] == "order");
        var back = XlsFormReader.Read(written.Sheets).Questionnaire!.Questions.OfType<RankingQuestion>().ShouldHaveSingleItem();
        back.Options.Select(option => option.Code).ShouldBe(["time", "cost", "skill", "fear"]);
        XlsFormWriter.Write(Form).Notices.ShouldContain(notice => notice.Code == FormNoticeCodes.TopLeftOut);
    }

    [Theory]
    [InlineData("top: 5")]
    [InlineData("top: 0")]
    public void Bounds_that_make_no_sense_are_refused(string top) =>
        QuestionnaireReader.Read(Yaml(top), "q").Problems.ShouldHaveSingleItem().Code.ShouldBe("wrong_bounds");

    private static PagePost Post(params (string Field, string Rank)[] ranks) => Read(Form, ranks);

    private static PagePost Read(Questionnaire form, params (string Field, string Rank)[] ranks) =>
        PagePost.Read(form.Pages[0], form.RouteFor(AnswerSet.Empty), name => [.. ranks.Where(one => one.Field == name).Select(one => one.Rank)]);

    private static Questionnaire Make(string own, string when = "answered(order)") => Samples.Read(Yaml(own, when));

    private static string Yaml(string own, string when = "answered(order)") => $$"""
        code: ranks
        version: "1"
        title: { fr: Rangs, en: Ranks }
        missing: { dont_know: { fr: Je ne sais pas, en: I don’t know } }
        sections:
          - code: all
            title: { fr: Tout, en: All }
            pages:
              - code: first
                questions:
                  - code: order
                    kind: ranking
                    title: { fr: Classez ces obstacles, en: Rank these obstacles }
                    {{own}}
                    {{(own.StartsWith("required", StringComparison.Ordinal) ? "" : "missing: [dont_know]")}}
                    options:
                      - { code: time, fr: Temps, en: Time }
                      - { code: cost, fr: Coût, en: Cost }
                      - { code: skill, fr: Expertise, en: Skill }
                      - { code: fear, fr: Crainte, en: Fear }
              - code: after
                when: {{when}}
                questions: [{ code: said, kind: short_text, title: { fr: Pourquoi celui-là, en: Why that one } }]
        """;
}
