using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

public sealed class ReaderTests
{
    // Each case changes one line of the sample: one fault gives one problem, on that line.
    [Theory]
    [InlineData("title: { fr: Heures, en: Hours }", "title: { fr: Heures }", "translation_missing")]
    [InlineData("title: { fr: Heures, en: Hours }", "title: { fr: Heures, en: \"\" }", "translation_missing")]
    [InlineData("title: { fr: Heures, en: Hours }", "title: Heures", "wrong_type")]
    [InlineData("title: { fr: Heures, en: Hours }", "title: { fr: Heures, en: Hours, tone: warm }", "key_unknown")]
    [InlineData("{ code: high, fr: Beaucoup, en: High }", "{ code: high, fr: Beaucoup }", "translation_missing")]
    [InlineData("{ code: high, fr: Beaucoup, en: High }", "{ code: low, fr: Beaucoup, en: High }", "duplicated_code")]
    [InlineData("{ code: high, fr: Beaucoup, en: High }", "{ code: High, fr: Beaucoup, en: High }", "invalid_code")]
    [InlineData("{ code: high, fr: Beaucoup, en: High }", "{ code: dont_know, fr: Beaucoup, en: High }", "reserved_code")]
    [InlineData("- code: hours", "- code: status", "duplicated_code")]
    [InlineData("- code: hours", "- code: hours.missing", "invalid_code")]
    [InlineData("- code: rate", "- code: you", "duplicated_code")]
    [InlineData("- code: end", "- code: start", "duplicated_code")]
    [InlineData("decimals: 1", "decimals: one", "wrong_type")]
    [InlineData("decimals: 1", "decimal: 1", "key_mistyped")]
    [InlineData("decimals: 1", "decimals: 11", "number_out_of_range")]
    [InlineData("kind: number", "knid: number", "key_mistyped")]
    [InlineData("- code: hours", "- coed: hours", "key_mistyped")]
    [InlineData("items: [{ code: create", "item: [{ code: create", "key_mistyped")]
    [InlineData("importance: scale", "importence: scale", "key_mistyped")]
    [InlineData("title: { fr: Heures, en: Hours }", "titel: { fr: Heures, en: Hours }", "key_mistyped")]
    [InlineData("title: { fr: Heures, en: Hours }", "title: { fr: Heures, ne: Hours }", "key_mistyped")]
    [InlineData("    max: 80", "\tmax: 80", "tab")]
    [InlineData("max: 80", "max: -80", "wrong_bounds")]
    [InlineData("kind: number", "kind: figure", "unknown_kind")]
    [InlineData("layout: grid", "layout: circle", "unknown_layout")]
    [InlineData("importance: scale", "importance: scales", "unknown_list")]
    [InlineData("missing: [prefer_not]", "missing: [not_applicable]", "unknown_missing")]
    [InlineData("missing: [prefer_not]", "missing: []", "empty_list")]
    [InlineData("exclusive: true", "exclusive: sometimes", "wrong_type")]
    [InlineData("piles:", "piles_of_four:", "unknown_list")]
    [InlineData("when: status = 'employee'", "when: situation = 'employee'", "condition_unknown_variable")]
    [InlineData("when: status = 'employee'", "when: status = 'emploee'", "condition_unknown_option")]
    [InlineData("when: status = 'employee'", "when: status = employee", "condition_syntax")]
    [InlineData("when: status = 'employee'", "when: answered(words)", "condition_later_page")]
    [InlineData("when: status = 'employee'", "when: answered(obstacle)", "condition_circle")]
    [InlineData("when: status = 'employee'", "when: answered(why_time)", "condition_circle")]
    public void Finds_what_is_wrong_with_its_line(string good, string bad, string code)
    {
        var at = Samples.Yaml.IndexOf(good, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        var yaml = Samples.Yaml[..at] + bad + Samples.Yaml[(at + good.Length)..];
        var reading = QuestionnaireReader.Read(yaml, "sample.yaml");
        reading.Questionnaire.ShouldBeNull();
        var problem = reading.Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(code);
        problem.File.ShouldBe("sample.yaml");
        if (code is not ("duplicated_code" or "unknown_list" or "wrong_bounds")) yaml.Split('\n')[problem.Line - 1].ShouldContain(bad.Trim());
    }

    [Fact]
    public void Says_everything_at_once_in_the_order_of_the_file()
    {
        var yaml = Samples.Yaml.Replace("en: Hours", "en: \"\"", StringComparison.Ordinal).Replace("when: status = 'employee'", "when: nothing = 'x'", StringComparison.Ordinal)
            .Replace("layout: grid", "layout: circle", StringComparison.Ordinal);
        var problems = QuestionnaireReader.Read(yaml, "sample.yaml").Problems;
        problems.Select(problem => problem.Code).ShouldBe(["translation_missing", "condition_unknown_variable", "unknown_layout"]);
        problems.Select(problem => problem.Line).ShouldBeInOrder();
        problems[1]["variable"].ShouldBe("nothing");
        problems[0].ToString().ShouldStartWith("sample.yaml:");
    }

    [Theory]
    [InlineData("", "not_a_mapping")]
    [InlineData("- a\n- b", "not_a_mapping")]
    [InlineData("code: [", "bad_yaml")]
    [InlineData("code: a\ncode: b", "key_twice")]
    [InlineData("a: &x 1\nb: *x", "alias_refused")]
    [InlineData("code: x", "key_missing")]
    [InlineData("sections: []", "empty_list")]
    public void Refuses_a_file_that_is_not_a_questionnaire(string yaml, string code) =>
        QuestionnaireReader.Read(yaml, "x.yaml").Problems.ShouldContain(problem => problem.Code == code);

    [Fact]
    public void Refuses_depth_and_length_that_would_exhaust_it()
    {
        QuestionnaireReader.Read(string.Concat(Enumerable.Repeat("[", 5000)), "x").Problems.ShouldContain(problem => problem.Code == "too_deep");
        QuestionnaireReader.Read(new string(' ', 2_000_001), "x").Problems.ShouldContain(problem => problem.Code == "too_long");
    }

    [Fact]
    public void A_declared_language_must_be_everywhere()
    {
        var problems = QuestionnaireReader.Read(Samples.Yaml.Replace("minutes: 10", "languages: [fr, en, iu]", StringComparison.Ordinal), "x").Problems;
        problems.ShouldAllBe(problem => problem.Code == "translation_missing" && (string?)problem["language"] == "iu");
        problems.Count.ShouldBeGreaterThan(30);
        QuestionnaireReader.Read(Samples.Yaml.Replace("minutes: 10", "languages: [fr, en, moe]", StringComparison.Ordinal), "x").Problems.ShouldAllBe(problem => problem.Code == "translation_missing" && (string?)problem["language"] == "moe");
    }

    [Fact]
    public void Typesets_French_once_and_for_all() =>
        Samples.Questionnaire.FindVariable("status")!.Question.Title.In("fr").ShouldBe("Votre statut\u00A0: lequel?");

    [Fact]
    public void Every_question_yields_its_variables_in_order() =>
        Samples.Questionnaire.Variables.Select(variable => variable.Code).ShouldBe(
        [
            "consent", "consent.version", "status", "status.other", "hours", "obstacle", "obstacle.other", "why_time",
            "impact.create", "impact.show", "comp.risk.importance", "comp.risk.mastery", "piles.email", "words",
        ]);

    [Fact]
    public void Field_names_are_unique_on_a_page()
    {
        foreach (var page in Samples.Questionnaire.Pages)
            page.Questions.SelectMany(question => question.Fields).Select(field => field.Name).ShouldBeUnique();
    }
}
