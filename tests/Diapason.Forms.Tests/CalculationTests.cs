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
    [InlineData("${hours} * 2", "${long} * 2", "calculation_circle")]
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

    [Theory]
    [InlineData("[{ code: a, value: '${b} + 1' }, { code: b, value: '${a} + 1' }]", "calculation_circle names=a → b → a")]
    [InlineData("[{ code: a, value: '${a} + 1' }]", "calculation_circle names=a → a")]
    [InlineData("[{ code: a, value: '${b} + 1' }, { code: b, value: '${c}' }, { code: c, value: '${a}' }]", "calculation_circle names=a → b → c → a")]
    [InlineData("[{ code: a, value: '${b} + 1' }, { code: b, value: '2' }]", "calculation_later name=a asks=b")]
    public void A_circle_is_told_by_what_is_in_it(string calculations, string told)
    {
        var problem = QuestionnaireReader.Read(Samples.Asking("{ code: n, kind: number, title: { fr: A, en: A } }").Replace("sections:", $"calculations: {calculations}\nsections:", StringComparison.Ordinal), "x").Problems[0];
        $"{problem.Code} {string.Join(' ', problem.Facts.Select(fact => $"{fact.Name}={fact.Value}"))}".ShouldBe(told);
    }

    [Fact]
    public void Questions_worked_out_from_each_other_are_a_circle_too()
    {
        var yaml = Samples.Asking("{ code: x, kind: calculated, title: { fr: A, en: A }, value: '${y} + 1' }, { code: y, kind: calculated, title: { fr: B, en: B }, value: '${x} + 1' }, { code: n, kind: number, title: { fr: A, en: A } }");
        QuestionnaireReader.Read(yaml, "x").Problems.Select(problem => problem.Facts.FirstOrDefault(fact => fact.Name == "names").Value).ShouldContain("x → y → x");
    }
}
