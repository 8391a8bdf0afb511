using System.Runtime.CompilerServices;
using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

public sealed class SentencesTests
{
    private static readonly Questionnaire Form = Samples.Read("""
        code: sample
        version: "1"
        title: { fr: Essai, en: Sample }
        missing: { dont_know: { fr: Je ne sais pas, en: I don’t know } }
        calculations: [{ code: weeks, value: "${hours} * 4" }, { code: sure, value: "${hours} > 3" }]
        sections:
          - code: s
            title: { fr: S, en: S }
            pages:
              - code: p
                title: { fr: P, en: P }
                questions:
                  - { code: status, kind: single, title: { fr: A, en: A }, missing: [dont_know], options: [{ code: employee, fr: A, en: A }, { code: self, fr: B, en: B }, { code: "3", fr: C, en: C }] }
                  - { code: tools, kind: multiple, title: { fr: A, en: A }, options: [{ code: chat, fr: A, en: A }, { code: mail, fr: B, en: B }, { code: image, fr: C, en: C }] }
                  - { code: hours, kind: number, title: { fr: A, en: A }, min: -5, decimals: 1 }
                  - { code: since, kind: date, title: { fr: A, en: A } }
                  - { code: why, kind: short_text, title: { fr: A, en: A } }
              - code: q
                questions: [{ code: last, kind: short_text, title: { fr: A, en: A } }]
        """);

    [Theory]
    [InlineData("status = 'employee'", "All(status Is employee)")]
    [InlineData("status in ('employee', 'self')", "All(status Is employee,self)")]
    [InlineData("status != 'self'", "All(status IsNot self)")]
    [InlineData("not (status in ('self', '3'))", "All(status IsNot self,3)")]
    [InlineData("tools = 'chat'", "All(tools Includes chat)")]
    [InlineData("selected(tools, 'chat') or hours >= 10", "Any(tools Includes chat; hours AtLeast 10)")]
    [InlineData("tools not in ('chat', 'mail')", "All(tools IncludesNone chat,mail)")]
    [InlineData("answered(tools) and not answered(hours)", "All(tools IsAnswered; hours IsNotAnswered)")]
    [InlineData("hours >= -1.5 and hours <= 40", "All(hours Between -1.5,40)")]
    [InlineData("hours <= 40 and hours >= 1", "All(hours AtMost 40; hours AtLeast 1)")]
    [InlineData("not hours > 3", "All(hours AtMost 3)")]
    [InlineData("hours in (1, 2.50)", "All(hours Is 1,2.5)")]
    [InlineData("since < '2020-01-01' or since = '2021-02-03'", "Any(since LessThan 2020-01-01; since Is 2021-02-03)")]
    [InlineData("why = \"d'accord\"", "All(why Is d'accord)")]
    [InlineData("status = 'self' and (hours > 3 or tools = 'mail')", "All(status Is self; Any(hours MoreThan 3; tools Includes mail))")]
    [InlineData("hours > 3 or status = 'self' and (tools = 'mail' and why = 'x')", "Any(hours MoreThan 3; All(status Is self; tools Includes mail; why Is x))")]
    [InlineData("${status} = 'self' or ${status} = 'dont_know'", "All(status~ Is self,dont_know)")]
    [InlineData("'self' = ${status}", "All(status~ Is self)")]
    [InlineData("${status} = 3", "All(status~ Is 3)")]
    [InlineData("${status} != 'self' and ${status} != '' and not(${hours} = 3)", "All(status~ IsNot self; status~ IsAnswered; hours~ IsNot 3)")]
    [InlineData("selected(${status}, ‘self’)", "All(status~ Is self)")]
    [InlineData("selected(${tools}, 'chat') or selected(${tools}, 'mail')", "All(tools~ Includes chat,mail)")]
    [InlineData("not(selected(${tools}, 'chat')) and not(selected(${tools}, 'mail')) and ${why} = ''", "All(tools~ IncludesNone chat,mail; why~ IsNotAnswered)")]
    [InlineData("count-selected(${tools}) > 1 and not(count-selected(${tools}) >= 3)", "All(tools~ CountsAtLeast 2; tools~ CountsAtMost 2)")]
    [InlineData("${hours} > '2' and 10 >= ${hours}", "All(hours~ MoreThan 2; hours~ AtMost 10)")]
    [InlineData("${since} >= date('2020-01-01') and ${since} <= '2020-12-31'", "All(since~ Between 2020-01-01,2020-12-31)")]
    [InlineData("${weeks} >= 40", "All(weeks~ AtLeast 40)")]
    public void Says_a_rule_in_sentences_that_hold_for_the_same_answers(string rule, string said)
    {
        var sentences = Sentences.Of(Expression.Parse(rule), Form).ShouldNotBeNull();
        sentences.ToString().ShouldBe(said);
        Decided(Sentences.ToExpression(sentences)).ShouldBe(Decided(rule));
        Sentences.Of(Expression.Parse(Sentences.ToExpression(sentences)), Form).ShouldBe(sentences);
    }

    [Theory]
    [InlineData("status = 'employee' and (hours > 3 or (tools = 'mail' and why = 'x'))")]   // groups within groups
    [InlineData("not (status = 'self' and hours > 3)")]
    [InlineData("not(${hours} > 3)")]                      // without an answer, neither this nor its contrary
    [InlineData("${hours} + 1 > 3")]
    [InlineData("string-length(${why}) > 3")]
    [InlineData("regex(${why}, 'a')")]
    [InlineData("${status} = ${why}")]
    [InlineData("true()")]
    [InlineData("${tools} = 'chat'")]                      // chat alone, and no other
    [InlineData("status = 'dont_know'")]                   // by a bare name, what is not known is never equal
    [InlineData("status > 2")]
    [InlineData("status = 'gone'")]
    [InlineData("nobody = 'x'")]
    [InlineData("weeks > 3")]
    [InlineData("${sure}")]
    public void What_lists_cannot_say_keeps_its_text(string rule) => Sentences.Of(Expression.Parse(rule), Form).ShouldBeNull();

    [Fact]
    public void Every_rule_of_the_kits_is_said_and_written_as_the_same_tree()
    {
        foreach (var kit in new[] { "ia-en-culture", "ia-en-tourisme" })
        {
            var form = Samples.Read(File.ReadAllText(Kit(kit)));
            var rules = form.Sections.Select(section => section.When).Concat(form.Pages.Select(page => page.When)).Concat(form.Questions.Select(question => question.When)).OfType<Condition>().ToList();
            rules.ShouldNotBeEmpty();
            foreach (var rule in rules) Expression.Parse(Sentences.ToExpression(Sentences.Of(rule, form).ShouldNotBeNull(rule.Text))).ToXlsForm().ShouldBe(Expression.Parse(rule.Text).ToXlsForm());
        }
    }

    [Fact]
    public void Sentences_drawn_at_random_come_back_and_hold_for_the_same_answers_once_written_twice()
    {
        var random = new Random(8);
        for (var round = 0; round < Sample.Of(200, 4_000); round++)
        {
            var rule = Draw(random, nested: true);
            var written = Sentences.ToExpression(rule);
            var read = Sentences.Of(Expression.Parse(written), Form).ShouldNotBeNull($"{rule}\n{written}");
            var again = Sentences.ToExpression(read);
            Decided(again).ShouldBe(Decided(written), $"{rule}\n{written}\n{again}");
            Sentences.Of(Expression.Parse(again), Form).ShouldBe(read);
        }
    }

    [Fact]
    public void A_sentence_is_said_in_the_house_s_way_unless_only_the_forms_way_can()
    {
        SentenceSubject status = Of("status"), tools = Of("tools"), weeks = Of("weeks");
        Write(Sentences.Say(status, SentenceOperator.IsNot, "self", "self")).ShouldBe("status != 'self'");
        Write(Sentences.Say(status, SentenceOperator.Is, "self", "dont_know")).ShouldBe("${status} = 'self' or ${status} = 'dont_know'");
        Write(Sentences.Say(tools, SentenceOperator.CountsAtLeast, "2")).ShouldBe("count-selected(${tools}) >= 2");
        Write(Sentences.Say(weeks, SentenceOperator.Between, "1", "2", "3")).ShouldBe("${weeks} >= 1 and ${weeks} <= 2");
        Write(Sentences.Say(status, SentenceOperator.IsAnswered, "self")).ShouldBe("answered(status)");
        SentenceSubject.Find(Form, "sure").ShouldBeNull();
        SentenceSubject.Before(Form, Form.Pages[1]).Select(subject => $"{subject.Code} {subject.Kind}").ShouldBe(["status Choice", "tools Choices", "hours Number", "since Date", "why Text", "weeks Number"]);
        SentenceSubject.Before(Form, Form.Pages[0]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("status", SentenceOperator.AtLeast, "3", "operator_not_offered", "")]
    [InlineData("status", SentenceOperator.Is, "", "value_missing", "")]
    [InlineData("status", SentenceOperator.Is, "gone", "value_unknown", "gone")]
    [InlineData("tools", SentenceOperator.CountsAtLeast, "1.5", "not_a_number", "1.5")]
    [InlineData("hours", SentenceOperator.Is, "much", "not_a_number", "much")]
    [InlineData("hours", SentenceOperator.Between, "3", "value_missing", "")]
    [InlineData("hours", SentenceOperator.Between, "3|2", "bounds_reversed", "")]
    [InlineData("since", SentenceOperator.AtMost, "03/04/2026", "not_a_day", "03/04/2026")]
    [InlineData("since", SentenceOperator.Between, "2026-02-01|2026-01-31", "bounds_reversed", "")]
    [InlineData("why", SentenceOperator.Is, "'\"", "both_quotes", "'\"")]
    public void A_sentence_that_makes_no_sense_is_named(string code, SentenceOperator said, string values, string problem, string value)
    {
        var sentence = Sentences.Say(Of(code), said, values.Split('|'));
        Sentences.Problem(sentence, Of(code)).ShouldBe(new(problem, value));
        if (problem is not ("value_unknown" or "operator_not_offered")) Should.Throw<ArgumentException>(() => Write(sentence)).Message.ShouldContain(problem);
    }

    [Fact]
    public void A_group_of_one_sentence_keeps_its_parentheses_where_they_count()
    {
        var either = new SentenceGroup(Joining.All, [Sentences.Say(Of("status"), SentenceOperator.Is, "self", "dont_know")]);
        Sentences.ToExpression(new(Joining.All, [either, Sentences.Say(Of("hours"), SentenceOperator.AtLeast, "3")])).ShouldBe("(${status} = 'self' or ${status} = 'dont_know') and hours >= 3");
    }

    private static SentenceSubject Of(string code) => SentenceSubject.Find(Form, code)!;

    private static string Write(Sentence sentence) => Sentences.ToExpression(new(Joining.All, [sentence]));

    private static SentenceGroup Draw(Random random, bool nested)
    {
        var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => nested && random.Next(4) == 0 ? (SentencePart)Draw(random, false) : DrawOne(random));
        return new((Joining)random.Next(2), [.. parts]);
    }

    private static Sentence DrawOne(Random random)
    {
        var subject = Of(random.GetItems(["status", "tools", "hours", "since", "why", "weeks"], 1)[0]);
        string[] values = subject.Kind switch
        {
            SubjectKind.Number => random.GetItems(["-1", "0", "2.5", "10"], 2),
            SubjectKind.Date => random.GetItems(["2019-05-06", "2020-01-01", "2026-12-31"], 2),
            SubjectKind.Text => random.GetItems(["x", "d'accord", "un \"mot\""], 2),
            _ => random.GetItems([.. subject.Options, .. subject.Missing], random.Next(1, 3)),
        };
        var said = random.GetItems([.. subject.Operators], 1)[0];
        if (said is SentenceOperator.CountsAtLeast or SentenceOperator.CountsAtMost) values = [$"{random.Next(4)}"];
        if (said == SentenceOperator.Between) values = [.. values.OrderBy(value => ExpressionValue.Of(value).AsNumber())];
        var sentence = Sentences.Say(subject, said, values);
        return random.Next(2) == 0 ? sentence with { BlankCounts = true } : sentence;
    }

    /// <summary>What a rule decides for some hundreds of answers; unknown and false apart.</summary>
    private static string Decided(string rule)
    {
        var bound = Samples.Read(Asked.Replace("RULE", rule.Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal)).Pages[1].When!;
        return string.Concat(Answers.Select(answers => (int)bound.Root.Decide(new AnswerScope { Answers = answers })));
    }

    private static readonly string Asked = """
        code: sample
        version: "1"
        title: { fr: Essai, en: Sample }
        missing: { dont_know: { fr: Je ne sais pas, en: I don’t know } }
        calculations: [{ code: weeks, value: "${hours} * 4" }]
        sections:
          - code: s
            title: { fr: S, en: S }
            pages:
              - code: p
                title: { fr: P, en: P }
                questions:
                  - { code: status, kind: single, title: { fr: A, en: A }, missing: [dont_know], options: [{ code: employee, fr: A, en: A }, { code: self, fr: B, en: B }, { code: "3", fr: C, en: C }] }
                  - { code: tools, kind: multiple, title: { fr: A, en: A }, options: [{ code: chat, fr: A, en: A }, { code: mail, fr: B, en: B }, { code: image, fr: C, en: C }] }
                  - { code: hours, kind: number, title: { fr: A, en: A }, min: -5, decimals: 1 }
                  - { code: since, kind: date, title: { fr: A, en: A } }
                  - { code: why, kind: short_text, title: { fr: A, en: A } }
              - code: q
                when: "RULE"
                questions: [{ code: last, kind: short_text, title: { fr: A, en: A } }]
        """;

    private static readonly List<AnswerSet> Answers =
    [
        .. from status in new[] { "", "\"employee\"", "\"self\"", "\"3\"", """{"missing":"dont_know"}""" }
           from tools in new[] { "", """["chat"]""", """["mail","image"]""", """["chat","mail","image"]""" }
           from hours in new[] { "", "-1.5", "0", "2.5", "3", "40" }
           from rest in new[] { "", ",\"since\":\"2020-01-01\"", ",\"since\":\"2026-12-31\",\"why\":\"d'accord\"", ",\"why\":\"x\"" }
           select AnswerSet.Parse($$"""{"x":"x"{{(status.Length > 0 ? $",\"status\":{status}" : "")}}{{(tools.Length > 0 ? $",\"tools\":{tools}" : "")}}{{(hours.Length > 0 ? $",\"hours\":{hours}" : "")}}{{rest}}}"""),
    ];

    private static string Kit(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "kits", name, "questionnaire.yaml");
}
