using System.Runtime.CompilerServices;
using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void The_example_of_the_readme_runs_as_it_is_written()
    {
        var yaml = Samples.Yaml;
        // readme:begin
        var reading = QuestionnaireReader.Read(yaml, "questionnaire.yaml");
        foreach (var problem in reading.Problems) Console.WriteLine(problem);   // questionnaire.yaml:12:16: translation_missing key=age.title language=en
        var questionnaire = reading.Questionnaire!;

        var draft = AnswerSet.Parse("""{"consent":"yes","consent.version":"2026-1"}""");
        var route = questionnaire.RouteFor(draft);
        var page = route.FirstIncomplete!;                                        // the page "you"

        var form = new Dictionary<string, string[]> { ["status"] = ["employee"], ["hours"] = ["12,5"] };
        var post = PagePost.Read(page, route, name => form.GetValueOrDefault(name, []));
        if (post.IsValid) draft = draft.Merge(post.Answers);                       // the database merges the same JSON
        else foreach (var problem in post.Problems) Console.WriteLine($"{problem.Field.Name}: {problem.Code}");

        var next = questionnaire.RouteFor(draft).After(page);                      // "work": only employees see it
        var sent = questionnaire.RouteFor(draft).Complete();                       // one value for each variable, ready to keep
        // readme:end
        page.Code.ShouldBe("you");
        next!.Code.ShouldBe("work");
        sent.Count.ShouldBe(questionnaire.Variables.Count);
    }

    [Fact]
    public void The_example_of_expressions_runs_as_it_is_written()
    {
        // expressions:begin
        var much = Expression.Parse("${hours} * 2 > 40 and selected(${tools}, ‘chat’)");     // quotes of a word processor are understood
        much.Evaluate(AnswerSet.Parse("""{"hours":30,"tools":["chat","mail"]}""")).AsTruth();  // true
        var isRead = Expression.TryParse("count-seleted(${tools}) > 1", out _, out var fault); // fault: condition_mistyped_function, column 1, nearest count-selected
        Expression.Parse("status != 'employee'").ToXlsForm();                                  // ${status} != '' and ${status} != 'employee'
        // expressions:end
        much.Decide(AnswerSet.Parse("""{"hours":30,"tools":["chat","mail"]}""")).ShouldBe(Truth.True);
        isRead.ShouldBeFalse();
        (fault.Code, fault.Column, fault.Nearest).ShouldBe(("condition_mistyped_function", 1, "count-selected"));
        Expression.Parse("status != 'employee'").ToXlsForm().ShouldBe("${status} != '' and ${status} != 'employee'");
    }

    [Fact]
    public void The_example_of_quotes_runs_as_it_is_written()
    {
        var questionnaire = Samples.Questionnaire;
        // quotes:begin
        var read = questionnaire.RouteFor(AnswerSet.Parse("""{"status":"employee"}"""));
        QuotedAnswers.Fill("Since when: ${status|your work}?", read, "en");                  // Since when: Employee?
        QuotedAnswers.Named("Since when: ${status|your work}?");                              // Since when: [status]?
        // quotes:end
        QuotedAnswers.Fill("Since when: ${status|your work}?", read, "en").ShouldBe("Since when: Employee?");
        QuotedAnswers.Named("Since when: ${status|your work}?").ShouldBe("Since when: [status]?");
    }

    [Fact]
    public void The_example_of_rules_runs_as_it_is_written()
    {
        var questionnaire = Samples.Questionnaire;
        // rules:begin
        var rule = Sentences.Of(questionnaire.FindPage("words")!.When!, questionnaire)!;      // Any(hours AtLeast 10; hours IsNotAnswered)
        var subject = SentenceSubject.Find(questionnaire, "status")!;                         // Choice: Is, IsNot, IsAnswered, IsNotAnswered
        var alone = Sentences.Say(subject, SentenceOperator.IsNot, "employee");
        var text = Sentences.ToExpression(rule with { Parts = [.. rule.Parts, alone] });      // hours >= 10 or not answered(hours) or status != 'employee'
        // rules:end
        rule.ToString().ShouldBe("Any(hours AtLeast 10; hours IsNotAnswered)");
        text.ShouldBe("hours >= 10 or not answered(hours) or status != 'employee'");
    }

    [Fact]
    public void The_example_of_what_is_looked_at_before_opening_runs_as_it_is_written()
    {
        var questionnaire = Samples.Questionnaire;
        // opening:begin
        var walk = RandomWalks.Of(questionnaire, walks: 1000, seed: 1);
        Console.WriteLine($"{walk.Ways} ways, {walk.MedianPages} pages, {walk.MedianMinutes:0} minutes");
        foreach (var finding in Completeness.Of(questionnaire, walk)) Console.WriteLine(finding); // such as Page solo: Blocks never_shown condition=…
        // opening:end
        walk.NeverReached.ShouldBeEmpty();
        walk.DeadEnds.ShouldBeEmpty();
        Completeness.Of(questionnaire, walk).ShouldAllBe(finding => finding.Severity == FindingSeverity.Warns);
    }

    [Fact]
    public void The_example_of_forms_of_others_runs_as_it_is_written()
    {
        // forms:begin
        FormSheet[] sheets = [new("survey", [new(1, ["type", "name", "label"]), new(2, ["integer", "hours", "Hours a week"]), new(3, ["image", "desk", "A picture of your desk"])])];
        var form = XlsFormReader.Read(sheets, new() { Language = "en" });
        foreach (var notice in form.Notices) Console.WriteLine(notice);                        // survey:3:type: NotCarried needs_device type=image nearest=
        var asked = form.Questionnaire!.Questions;                                             // one, of kind number
        // forms:end
        asked.ShouldHaveSingleItem().Kind.ShouldBe("number");
        form.Notices.Select(notice => notice.ToString()).ShouldContain("survey:3:type: NotCarried needs_device type=image nearest=");
    }

    [Fact]
    public void The_readme_shows_that_example_word_for_word()
    {
        var readme = File.ReadAllText(Beside("../../libs/Diapason.Forms/README.md"));
        var source = File.ReadAllText(Beside("ReadmeTests.cs"));
        var example = source.Split("// readme:begin\n")[1].Split("        // readme:end")[0].Replace("\n        ", "\n", StringComparison.Ordinal).Trim();
        readme.ShouldContain(example);
        readme.ShouldContain(source.Split("// quotes:begin\n")[1].Split("        // quotes:end")[0].Replace("\n        ", "\n", StringComparison.Ordinal).Trim());
        readme.ShouldContain(source.Split("// rules:begin\n")[1].Split("        // rules:end")[0].Replace("\n        ", "\n", StringComparison.Ordinal).Trim());
        readme.ShouldContain(source.Split("// opening:begin\n")[1].Split("        // opening:end")[0].Replace("\n        ", "\n", StringComparison.Ordinal).Trim());
        readme.ShouldContain(source.Split("// forms:begin\n")[1].Split("        // forms:end")[0].Replace("\n        ", "\n", StringComparison.Ordinal).Trim());
        readme.ShouldContain(source.Split("// expressions:begin\n")[1].Split("        // expressions:end")[0].Replace("\n        ", "\n", StringComparison.Ordinal).Trim());
    }

    private static string Beside(string path, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, path);
}
