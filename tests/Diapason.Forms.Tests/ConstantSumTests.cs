using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

/// <summary>A total shared between options.</summary>
public sealed class ConstantSumTests
{
    [Theory]
    [InlineData("", "60 40 ", "")]
    [InlineData("", "60 30 ", "share.work sum_wrong total=100 sum=90")]
    [InlineData("", "60,5 39,5 ", "share.work not_an_integer share.home not_an_integer")]
    [InlineData("decimals: 1", "60,5 39,5 ", "")]
    [InlineData("tolerance: 1", "60 39 ", "")]
    [InlineData("tolerance: 1", "60 38 ", "share.work sum_wrong total=100 sum=98")]
    [InlineData("total: 40", "-1 41 ", "share.work out_of_range min=0 max=40 share.home out_of_range min=0 max=40")]
    [InlineData("", "x 100 ", "share.work not_a_number")]
    [InlineData("", "  ", "")]
    [InlineData("required: true", "  ", "share.work required")]
    [InlineData("missing: [dont_know]", "50 50  dont_know", "share.missing exclusive_with_others")]
    [InlineData("missing: [dont_know]", "   dont_know", "")]
    public void Numbers_must_make_the_total(string own, string typed, string problems)
    {
        var form = Make(own);
        var values = typed.Split(' ');
        string[] fields = ["share.work", "share.home", "share.rest", "share.missing"];
        var post = PagePost.Read(form.Pages[0], form.RouteFor(AnswerSet.Empty), name => Array.IndexOf(fields, name) is >= 0 and var at && at < values.Length ? [values[at]] : []);
        string.Join(' ', post.Problems.Select(one => $"{one.Field.Name} {one.Code}{string.Concat(one.Args.Where(arg => arg.Key is not "decimals").Select(arg => $" {arg.Key}={arg.Value}"))}")).ShouldBe(problems);
        if (problems.Length == 0) post.Answers.Count.ShouldBe(3);
        else post.Answers.ShouldBeEmpty();
        if (typed == "60 40 ") post.Answers["share.rest"].Number.ShouldBe(0);
        if (typed.EndsWith("dont_know", StringComparison.Ordinal) && problems.Length == 0) post.Answers["share.rest"].Missing.ShouldBe(MissingKind.DontKnow);
    }

    [Fact]
    public void Random_respondents_share_it_all()
    {
        var walk = RandomWalks.Of(Make("required: true"), 200);
        walk.DeadEnds.ShouldBeEmpty();
        Completeness.Of(Make("required: true")).ShouldBeEmpty();
    }

    [Fact]
    public void A_form_of_others_has_a_number_an_option_and_the_total_as_a_constraint()
    {
        var back = XlsFormReader.Read(XlsFormWriter.Write(Make("decimals: 0")).Sheets).Questionnaire!;
        back.Variables.Select(variable => variable.Code).ShouldBe(["share.work", "share.home", "share.rest"]);
        var post = PagePost.Read(back.Pages[0], back.RouteFor(AnswerSet.Empty), name => [name == "share.work" ? "90" : "1"]);
        post.Problems.ShouldHaveSingleItem().Code.ShouldBe(FieldProblemCodes.Constraint);
        PagePost.Read(back.Pages[0], back.RouteFor(AnswerSet.Empty), name => [name == "share.work" ? "98" : "1"]).Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("total: 0")]
    [InlineData("total: 10.5")]
    [InlineData("tolerance: 100")]
    public void Bounds_that_make_no_sense_are_refused(string own) => QuestionnaireReader.Read(Yaml(own), "q").Problems.ShouldHaveSingleItem().Code.ShouldBe("wrong_bounds");

    private static Questionnaire Make(string own) => Samples.Read(Yaml(own));

    private static string Yaml(string own) => $$"""
        code: sums
        version: "1"
        title: { fr: Partager, en: Share }
        missing: { dont_know: { fr: Je ne sais pas, en: I don’t know } }
        sections:
          - code: all
            title: { fr: Tout, en: All }
            pages:
              - code: first
                questions:
                  - code: share
                    kind: constant_sum
                    title: { fr: Partagez votre semaine, en: Share your week }
                    {{(own.Length > 0 ? own : "hint: { fr: Aide, en: Help }")}}
                    options:
                      - { code: work, fr: Travail, en: Work }
                      - { code: home, fr: Maison, en: Home }
                      - { code: rest, fr: Repos, en: Rest }
        """;
}
