using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

public sealed class ExpressionTests
{
    private static readonly AnswerSet Known = Samples.Answers(
        """{"a":"x","n":12.5,"m":["p","q"],"dk":{"missing":"dont_know"},"d":"2026-01-15"}""");

    // What word processors and spreadsheets make of what was typed.
    [Theory]
    [InlineData("${a} = ‘x’")]
    [InlineData("${a} = “x”")]
    [InlineData("${a} = „x”")]
    [InlineData("${a} = « x »")]
    [InlineData("${a} = `x´")]
    [InlineData("${a} = ‘x'")]
    [InlineData("${a}\u00A0=\u00A0'x'")]
    [InlineData("${a}\u202F=\u2009'x'\u200B")]
    [InlineData("\uFEFF${a} = 'x'")]
    [InlineData("${ a } = 'x'")]
    [InlineData("${n} – 2 = 10.5")]
    [InlineData("${n} − 2 = 10.5")]
    [InlineData("${n} > –3")]
    [InlineData("${n} ≥ 12 and ${n} ≠ 12")]
    [InlineData("${n} × 2 = 25 and ${n} ÷ 2 = 6.25")]
    [InlineData("count‑selected(${m}) = 2")]
    [InlineData("selected(${m}, ‘p’) and not(selected(${m}, ’z’))")]
    [InlineData("n >= –3 and a in (‘y’, “x”)")]
    [InlineData("concat('l’', \"“a”\") = 'l’“a”'")]
    public void What_word_processors_make_of_marks_is_understood(string text) => Expression.Parse(text).Decide(Known).ShouldBe(Truth.True);

    [Theory]
    [InlineData("${a} = ‘x", "condition_quotes", 8)]
    [InlineData("${a} = 'x’ or ${a} = 'y'", "condition_quotes", 10)]
    [InlineData("${a} = « x", "condition_quotes", 8)]
    [InlineData("${a = 'x'", "condition_syntax", 1)]
    [InlineData("${a} = ", "condition_syntax", 8)]
    [InlineData("(${a} = 'x'", "condition_syntax", 12)]
    [InlineData("${a} = 'x' ${n}", "condition_syntax", 12)]
    [InlineData("/data/a = 'x'", "condition_path", 1)]
    [InlineData("position(..) <= 3", "condition_function_elsewhere", 1)]
    [InlineData("${n} > 1 and pulldata('f', 'a', 'b', ${n}) = 1", "condition_function_elsewhere", 14)]
    [InlineData("jr:choice-name(${a}, '${a}')", "condition_function_elsewhere", 1)]
    [InlineData("slected(${m}, 'p')", "condition_mistyped_function", 1)]
    [InlineData("frobnicate(${m})", "condition_unknown_function", 1)]
    [InlineData("1 + selected(${m})", "condition_arguments", 5)]
    [InlineData("if(${a}, 1)", "condition_arguments", 1)]
    [InlineData("regex(${a}, '[a-')", "condition_pattern", 13)]
    [InlineData("regex(${a}, '(?=a)b')", "condition_pattern", 13)]
    public void Says_what_is_wrong_and_in_which_column(string text, string code, int column)
    {
        Expression.TryParse(text, out _, out var fault).ShouldBeFalse();
        (fault.Code, fault.Column).ShouldBe((code, column));
    }

    [Fact]
    public void Names_the_function_that_was_probably_meant()
    {
        Expression.TryParse("count-seleted(${m}) > 2", out _, out var fault).ShouldBeFalse();
        (fault.Name, fault.Nearest).ShouldBe(("count-seleted", "count-selected"));
    }

    [Theory]
    [InlineData("${a} + 'abc'", "condition_type", 8)]
    [InlineData("2 * selected-at('a', 'x')", "condition_type", 22)]
    [InlineData("3 < 'abc'", "condition_order_of_words", 5)]
    [InlineData("count-selected(true())", "condition_type", 16)]
    [InlineData("format-date(true(), '%Y')", "condition_type", 13)]
    [InlineData("format-date('2026-01-01', '%Q')", "condition_date_pattern", 27)]
    [InlineData("string-length('a') = 'x'", "condition_type", 22)]
    public void Says_which_value_can_never_be_what_is_wanted(string text, string code, int column)
    {
        var fault = Expression.Parse(text).Faults().ShouldHaveSingleItem();
        (fault.Code, fault.Column).ShouldBe((code, column));
    }

    [Theory]
    [InlineData("${a} > 3")]
    [InlineData("'3' + 1")]
    [InlineData("${n} = ''")]
    [InlineData("date('2026-01-01') + 1 > '2026-01-01'")]
    [InlineData("if(${n} > 1, 'a', 2)")]
    public void What_may_turn_out_well_is_let_through(string text) => Expression.Parse(text).Faults().ShouldBeEmpty();

    [Fact]
    public void The_day_is_asked_of_whoever_evaluates()
    {
        var today = Expression.Parse("today() - ${d}");
        today.Evaluate(Known, new DateTime(2026, 1, 20, 13, 0, 0)).AsNumber().ShouldBe(5);
        today.Evaluate(Known).AsNumber().ShouldBe(double.NaN);
        Expression.Parse("format-date(now(), '%H:%M')").Evaluate(Known, new DateTime(2026, 1, 20, 13, 5, 0)).AsText().ShouldBe("13:05");
    }

    [Fact]
    public void A_point_is_the_value_being_judged()
    {
        var judged = Expression.Parse(". >= 5.0 and .<= 20 or .= 0");
        judged.Evaluate(AnswerSet.Empty, self: ExpressionValue.Of(5)).AsTruth().ShouldBeTrue();
        judged.Evaluate(AnswerSet.Empty, self: ExpressionValue.Of(21)).AsTruth().ShouldBeFalse();
        Condition.TryParse(". > 3", out _, out var fault).ShouldBeFalse();
        fault.Code.ShouldBe("condition_no_value");
    }

    [Fact]
    public void I_dont_know_is_the_code_that_was_ticked_in_a_form_and_no_answer_in_a_condition()
    {
        Expression.Parse("${dk} = 'dont_know'").Decide(Known).ShouldBe(Truth.True);
        Expression.Parse("${nothing} = ''").Decide(Known).ShouldBe(Truth.True);
        Condition.Parse("dk != 'x'").Evaluate(Known).ShouldBe(Truth.Unknown);
    }

    public static TheoryData<string> Hostile => new(
        [new string('(', 100_000), new string('(', 3000), string.Concat(Enumerable.Repeat("not(", 900)), new string('-', 3999), string.Concat(Enumerable.Repeat("if(1,", 700)),
            string.Join(" + ", Enumerable.Repeat("1", 999)), string.Join("=", Enumerable.Repeat("a", 1999)), new string('\'', 3999), string.Concat(Enumerable.Repeat("${", 1999)), new string(' ', 5000)]);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Depth_and_length_are_bounded(string text)
    {
        Expression.TryParse(text, out var expression, out var fault).ShouldBe(expression is not null);
        if (expression is null) fault.Position.ShouldBeInRange(0, text.Length);
    }

    [Fact]
    public void The_longest_chain_that_is_read_can_be_checked_evaluated_and_written_on_a_small_stack()
    {
        var text = string.Join(" + ", Enumerable.Repeat("1", 401));
        var deep = string.Concat(Enumerable.Repeat("not(", 90)) + "1" + new string(')', 90);
        var given = 0.0;
        var thread = new Thread(() =>
        {
            foreach (var each in new[] { Expression.Parse(text), Expression.Parse(deep) })
            {
                each.Faults().ShouldBeEmpty();
                given += each.Evaluate(AnswerSet.Empty).AsNumber();
                each.ToXlsForm().ShouldNotBeEmpty();
            }
        }, 512 << 10);
        thread.Start();
        thread.Join();
        given.ShouldBe(402);
    }

    [Theory]
    [InlineData("a = 'x'", "${a} = 'x'")]
    [InlineData("a != 'x'", "${a} != '' and ${a} != 'x'")]
    [InlineData("a not in ('x', 'y') and n > 3", "${a} != '' and ${a} != 'x' and ${a} != 'y' and ${n} > 3")]
    [InlineData("not (a = 'x' or n < -3)", "${a} != '' and ${a} != 'x' and ${n} >= -3")]
    [InlineData("(a = 'x' or a = 'y') and answered(n)", "(${a} = 'x' or ${a} = 'y') and ${n} != ''")]
    [InlineData("not answered(n)", "${n} = ''")]
    [InlineData("1 - (2 - 3) - (4 * 5)", "1 - (2 - 3) - 4 * 5")]
    [InlineData("not(${a} = \"l'x\")", "not(${a} = \"l'x\")")]
    [InlineData("-(1 + 2) * 3", "-(1 + 2) * 3")]
    [InlineData("(1 < 2) = (2 > 3)", "1 < 2 = 2 > 3")]
    [InlineData("«l'a\"b» = ''", "concat('l', \"'\", 'a\"b') = ''")]
    public void Is_written_in_the_language_of_forms(string text, string written)
    {
        Expression.Parse(text).ToXlsForm().ShouldBe(written);
        Expression.Parse(written).ToXlsForm().ShouldBe(written);
    }

    [Fact]
    public void A_condition_written_for_forms_holds_for_the_same_people()
    {
        var random = new Random(11);
        for (var round = 0; round < Sample.Of(3000, 60_000); round++)
        {
            var condition = BindTo(Expression.Parse(Draw(random, 3)));
            var written = BindTo(Expression.Parse(condition.ToXlsForm()));
            for (var person = 0; person < 5; person++)
            {
                var answers = Anybody(random);
                (written.Decide(answers) == Truth.True).ShouldBe(condition.Decide(answers) == Truth.True, $"{condition.Text} | {written.Text} | {answers.ToJson()}");
            }
        }
    }

    private static Expression BindTo(Expression expression)
    {
        foreach (var reference in expression.Parts.References) reference.Variable = Samples.Questionnaire.FindVariable(reference.Code).ShouldNotBeNull();
        return expression;
    }

    private static string Draw(Random random, int depth) => (depth, random.Next(9)) switch
    {
        ( > 0, 0 or 1) => $"({Draw(random, depth - 1)} and {Draw(random, depth - 1)})",
        ( > 0, 2 or 3) => $"({Draw(random, depth - 1)} or {Draw(random, depth - 1)})",
        ( > 0, 4) => $"not ({Draw(random, depth - 1)})",
        (_, 5) => $"answered({new[] { "status", "hours", "obstacle", "impact.show" }[random.Next(4)]})",
        (_, 6) => $"hours {new[] { "<", "<=", ">", ">=", "=", "!=" }[random.Next(6)]} {random.Next(4) * 10}",
        (_, 7) => $"obstacle {(random.Next(2) == 0 ? "not " : "")}in ('time', 'none')",
        (_, 8) => $"${{status}} {(random.Next(2) == 0 ? "!=" : "=")} 'employee'",
        _ => $"status {(random.Next(2) == 0 ? "!=" : "=")} 'employee'",
    };

    private static AnswerSet Anybody(Random random) => AnswerSet.From(
    [
        .. random.Next(4) == 0 ? [] : new[] { KeyValuePair.Create("status", random.Next(4) == 0 ? AnswerValue.Of(MissingKind.PreferNot) : AnswerValue.Of(random.Next(2) == 0 ? "employee" : "another")) },
        .. random.Next(4) == 0 ? [] : new[] { KeyValuePair.Create("hours", random.Next(4) == 0 ? AnswerValue.Of(MissingKind.DontKnow) : AnswerValue.Of((decimal)random.Next(4) * 10)) },
        .. random.Next(4) == 0 ? [] : new[] { KeyValuePair.Create("obstacle", random.Next(4) == 0 ? AnswerValue.Of(MissingKind.DontKnow) : AnswerValue.Of(random.Next(2) == 0 ? ["time", "cost"] : ["none"])) },
        .. random.Next(2) == 0 ? [] : new[] { KeyValuePair.Create("impact.show", random.Next(2) == 0 ? AnswerValue.Of(MissingKind.Skipped) : AnswerValue.Of("low")) },
    ]);

    [Theory]
    [InlineData("usage = 'oui' et region = 'nord'", 14, "et", "usage = 'oui' ▸et region = 'nord'")]
    [InlineData("usage = ", 8, "= …", "usage = ▸")]
    [InlineData("selected(${tools}, 'images') or heures >> 10 and answered(pourquoi)", 40, ">", "…or heures >▸> 10 and…")]
    [InlineData("", 0, "…", "▸")]
    [InlineData("aucune_reponse_de_plus_de_vingt_lettres(3)", 0, "aucune_reponse_de_pl…", "▸aucune_reponse_de_plus…")]
    public void The_place_of_a_fault_is_shown_as_a_person_finds_it(string text, int position, string sign, string around) =>
        (ExpressionPlace.Sign(text, position), ExpressionPlace.Around(text, position)).ShouldBe((sign, around));
}
