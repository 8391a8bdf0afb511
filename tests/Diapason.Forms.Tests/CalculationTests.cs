using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

public sealed class CalculationTests
{
    private const string Calculations = """
        calculations:
          - { code: weekly, value: "${hours} * 2" }
          - { code: long, value: "if(${weekly} > 40, 'yes', 'no')" }

        """;

    private static readonly string Yaml = Calculations + Samples.Yaml.Replace("when: hours >= 10 or not answered(hours)", "when: ${long} = 'yes'", StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"hours":30}""", true)]
    [InlineData("""{"hours":10}""", false)]
    [InlineData("{}", false)]
    public void What_is_worked_out_decides_what_is_shown(string answers, bool shown)
    {
        var questionnaire = Samples.Read(Yaml);
        var route = questionnaire.RouteFor(Samples.Answers(answers));
        route.Shows(questionnaire.FindPage("words")!).ShouldBe(shown);
        route.Value(questionnaire.Calculations[1]).AsText().ShouldBe(shown ? "yes" : "no");
    }

    [Fact]
    public void What_rests_on_something_not_asked_yet_may_still_be_shown()
    {
        var questionnaire = Samples.Read(Yaml);
        var words = questionnaire.FindPage("words")!;
        questionnaire.RouteFor(AnswerSet.Empty).MayShow(words).ShouldBeTrue();
        questionnaire.RouteFor(Samples.Answers("""{"hours":1}""")).MayShow(words).ShouldBeFalse();
    }

    [Theory]
    [InlineData("${hours} * 2", "${hourz} * 2", "condition_mistyped_variable")]
    [InlineData("${hours} * 2", "${long} * 2", "condition_unknown_variable")]
    [InlineData("${hours} * 2", "${hours} *", "condition_syntax")]
    [InlineData("${hours} * 2", "${obstacle} * 2", "condition_type")]
    [InlineData("code: weekly", "code: hours", "duplicated_code")]
    [InlineData("${hours} * 2", "string-length(${words})", "condition_circle")]
    public void Finds_what_is_wrong_with_a_calculation(string good, string bad, string code)
    {
        var yaml = Yaml.Replace(good, bad, StringComparison.Ordinal);
        QuestionnaireReader.Read(yaml, "x.yaml").Problems.Select(problem => problem.Code).ShouldContain(code);
    }

    [Fact]
    public void A_chain_of_calculations_is_worked_out_once_each_and_bounded()
    {
        static string Chain(int length) => "calculations:\n  - { code: c0, value: \"${hours} + 1\" }\n"
            + string.Concat(Enumerable.Range(1, length).Select(i => $"  - {{ code: c{i}, value: \"${{c{i - 1}}} + ${{c{i - 1}}}\" }}\n")) + Samples.Yaml;

        var questionnaire = Samples.Read(Chain(40));
        questionnaire.RouteFor(Samples.Answers("""{"hours":0}""")).Value(questionnaire.Calculations[^1]).AsNumber().ShouldBe(Math.Pow(2, 40));
        QuestionnaireReader.Read(Chain(200), "x.yaml").Problems.ShouldContain(problem => problem.Code == "condition_too_deep");
    }
}
