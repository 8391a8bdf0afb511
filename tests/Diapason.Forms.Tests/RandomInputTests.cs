using System.Runtime.CompilerServices;
using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

/// <summary>Properties that must hold whatever is posted, stored or written in the file. Seeds are fixed: a failure can be replayed.</summary>
public sealed class RandomInputTests
{
    private static readonly Questionnaire Kit = Samples.Read(File.ReadAllText(FileAt("kits/ia-en-culture/questionnaire.yaml")));

    [Fact]
    public void Whatever_is_posted_never_throws_and_what_is_kept_is_always_known()
    {
        var random = new Random(1);
        for (var round = 0; round < Sample.Of(3000, 60_000); round++)
        {
            var answers = RandomAnswers(random);
            var page = Kit.Pages[random.Next(Kit.Pages.Count)];
            var post = PagePost.Read(page, Kit.RouteFor(answers), _ => Garbage(random));
            foreach (var (code, value) in post.Answers) ShouldBeKnown(Kit.FindVariable(code)!, value);
            foreach (var problem in post.Problems)
            {
                FieldProblemCodes.All.ShouldContain(problem.Code);
                post.Answers.Has(problem.Variable).ShouldBeFalse($"{problem.Variable} {problem.Code}");
            }

            AnswerSet.Parse(answers.Merge(post.Answers).ToUtf8Json()).Count.ShouldBe(answers.Merge(post.Answers).Count);
        }
    }

    [Fact]
    public void Whatever_was_answered_the_way_goes_forward_and_ends()
    {
        var random = new Random(2);
        for (var round = 0; round < Sample.Of(3000, 60_000); round++)
        {
            var route = Kit.RouteFor(RandomAnswers(random));
            var way = new List<Page>();
            for (var page = route.First; page is not null; page = route.After(page))
            {
                way.Add(page);
                way.Count.ShouldBeLessThanOrEqualTo(Kit.Pages.Count);
                route.At(page).Page.ShouldBe(way.Count);
            }

            way.ShouldBe(route.Pages);
            var back = new List<Page>();
            for (var page = way[^1]; page is not null; page = route.Before(page)) back.Add(page);
            back.AsEnumerable().Reverse().ShouldBe(way);
            Kit.RouteFor(route.Complete()).Pages.ShouldBe(route.Pages);
        }
    }

    [Fact]
    public void A_person_who_answers_every_page_reaches_the_end_with_nothing_left()
    {
        var random = new Random(3);
        for (var round = 0; round < Sample.Of(300, 6000); round++)
        {
            var answers = AnswerSet.Empty;
            for (var steps = 0; Kit.RouteFor(answers).FirstIncomplete is { } page; steps++)
            {
                steps.ShouldBeLessThan(Kit.Pages.Count + 1);
                var post = PagePost.Read(page, Kit.RouteFor(answers), Honest(page, random));
                post.Problems.Select(problem => $"{problem.Variable} {problem.Code}").ShouldBeEmpty();
                answers = answers.Merge(post.Answers);
            }

            Kit.RouteFor(answers).RoutedAway.ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_damaged_file_is_refused_or_read_but_never_throws()
    {
        var random = new Random(4);
        var lines = Samples.Yaml.Split('\n');
        const string marks = "{}[]:,-&*!|>'\"%@`#? \t\0\uFFFDé0";
        for (var round = 0; round < Sample.Of(4000, 80_000); round++)
        {
            var damaged = lines.ToList();
            for (var cut = random.Next(3); cut >= 0; cut--)
            {
                var at = random.Next(damaged.Count);
                var line = damaged[at];
                if (random.Next(3) == 0) damaged.RemoveAt(at);
                else if (random.Next(2) == 0) damaged[at] = line.Insert(random.Next(line.Length + 1), marks[random.Next(marks.Length)].ToString());
                else (damaged[at], damaged[0]) = (damaged[0], line);
            }

            var reading = QuestionnaireReader.Read(string.Join('\n', damaged), "damaged.yaml");
            (reading.Questionnaire is null).ShouldBe(reading.Problems.Count > 0);
        }
    }

    [Fact]
    public void A_damaged_condition_is_refused_or_read_but_never_throws()
    {
        var random = new Random(5);
        string[] words = ["a", "and", "or", "not", "in", "(", ")", ",", "'x'", "3", "=", "<", ">=", "selected", "answered", "'", "%", "-", "."];
        for (var round = 0; round < Sample.Of(50_000, 1_000_000); round++)
        {
            var text = string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(12)).Select(_ => words[random.Next(words.Length)]));
            if (Condition.TryParse(text, out var condition, out var error)) condition!.Evaluate(AnswerSet.Empty);
            else error.Position.ShouldBeInRange(0, text.Length);
        }
    }

    private static void ShouldBeKnown(Variable variable, AnswerValue value)
    {
        switch (value.Kind)
        {
            case AnswerKind.Text when variable.Type is ChoiceType: variable.FindOption(value.Text).ShouldNotBeNull(); break;
            case AnswerKind.Codes: value.Codes.ShouldAllBe(code => variable.FindOption(code) != null); break;
            case AnswerKind.Number: value.Number.ShouldBeInRange(0, 200); break;
            case AnswerKind.Text: value.Text.Length.ShouldBeLessThanOrEqualTo(2000); break;
            default: value.Missing.ShouldNotBe(MissingKind.NotAsked); break;
        }
    }

    private static string?[] Garbage(Random random)
    {
        string?[] pool = ["", null, "yes", "no", "other", "1", "5", "12,5", "1e9", "-0", "NaN", "dont_know", "prefer_not", "skipped", "not_asked", "none", "time", "\0", "\uD800", "🎭", "r06", "hand"];
        return [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(40) == 0 ? new string('x', 5000) : pool[random.Next(pool.Length)])];
    }

    private static AnswerSet RandomAnswers(Random random)
    {
        var answers = new List<KeyValuePair<string, AnswerValue>>();
        foreach (var variable in Kit.Variables)
            if (random.Next(3) > 0) answers.Add(new(variable.Code, RandomValue(variable, random)));
        return AnswerSet.From(answers);
    }

    private static AnswerValue RandomValue(Variable variable, Random random) => (random.Next(5), variable.Type) switch
    {
        (0, _) => AnswerValue.Of((MissingKind)random.Next(1, 6)),
        (_, ChoiceType) => AnswerValue.Of(variable.Options[random.Next(variable.Options.Count)].Code),
        (_, ChoicesType) => AnswerValue.Of([variable.Options[random.Next(variable.Options.Count)].Code]),
        (_, NumberType) => AnswerValue.Of(random.Next(200)),
        _ => AnswerValue.Of("des mots"),
    };

    // One valid choice in each field; the consent box ticked; words and numbers in turn.
    private static PostedFields Honest(Page page, Random random)
    {
        var fields = page.Questions.SelectMany(question => question.Fields).ToDictionary(field => field.Name);
        return name => fields[name] switch
        {
            { IsMissingMark: true } or { IsOther: true } => [],
            { Variable.Type: NumberType } => ["7,5"],
            { Choices.Count: > 0 } field => [field.Choices[random.Next(field.Choices.Count)].Code],
            _ => ["Quelques mots."],
        };
    }

    private static string FileAt(string path, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", path);
}
