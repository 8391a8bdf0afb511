using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

public sealed class ConditionTests
{
    private static readonly AnswerSet Known = Samples.Answers(
        """{"a":"x","n":12.5,"m":["p","q"],"dk":{"missing":"dont_know"},"piles.email":"give"}""");

    [Theory]
    [InlineData("a = 'x'", Truth.True)]
    [InlineData("a == \"x\"", Truth.True)]
    [InlineData("a != 'x'", Truth.False)]
    [InlineData("a in ('y', 'x')", Truth.True)]
    [InlineData("a not in ('y')", Truth.True)]
    [InlineData("n > 12", Truth.True)]
    [InlineData("n <= 12.5", Truth.True)]
    [InlineData("n < 12.5", Truth.False)]
    [InlineData("n >= -3", Truth.True)]
    [InlineData("n = 12.50", Truth.True)]
    [InlineData("n in (1, 12.5)", Truth.True)]
    [InlineData("selected(m, 'q')", Truth.True)]
    [InlineData("selected(m, 'z')", Truth.False)]
    [InlineData("piles.email = 'give'", Truth.True)]
    [InlineData("answered(a) and not answered(nothing)", Truth.True)]
    [InlineData("answered(dk)", Truth.False)]
    [InlineData("a = 'y' or a = 'x' and n > 100", Truth.False)]
    [InlineData("(a = 'y' or a = 'x') and n > 1", Truth.True)]
    public void Decides_on_answers(string text, Truth expected) => Condition.Parse(text).Evaluate(Known).ShouldBe(expected);

    [Theory]
    [InlineData("dk = 'x'", Truth.Unknown)]
    [InlineData("dk != 'x'", Truth.Unknown)]
    [InlineData("not (nothing = 'x')", Truth.Unknown)]
    [InlineData("nothing > 3", Truth.Unknown)]
    [InlineData("a = 'x' or nothing = 'x'", Truth.True)]
    [InlineData("nothing = 'x' or a = 'x'", Truth.True)]
    [InlineData("a = 'x' and nothing = 'x'", Truth.Unknown)]
    [InlineData("nothing = 'x' and a = 'y'", Truth.False)]
    [InlineData("a = 'y' or nothing = 'x'", Truth.Unknown)]
    public void What_has_no_answer_is_neither_true_nor_false(string text, Truth expected) =>
        Condition.Parse(text).Evaluate(Known).ShouldBe(expected);

    [Theory]
    [InlineData("", "condition_syntax at 0")]
    [InlineData("a", "condition_syntax at 1")]
    [InlineData("a =", "condition_syntax at 3")]
    [InlineData("a = 'x", "condition_syntax at 4")]
    [InlineData("a = 'x' b", "condition_syntax at 8")]
    [InlineData("(a = 'x'", "condition_syntax at 8")]
    [InlineData("a in ()", "condition_syntax at 6")]
    [InlineData("a in ('x', 3)", "condition_mixed_list at 6")]
    [InlineData("a < 'x'", "condition_order_of_words at 4")]
    [InlineData("shown(a)", "condition_unknown_function at 0")]
    [InlineData("a ; b", "condition_syntax at 2")]
    public void Says_where_it_stops_making_sense(string text, string message) =>
        Should.Throw<FormatException>(() => Condition.Parse(text)).Message.ShouldBe(message);

    [Fact]
    public void Refuses_depth_and_length_that_would_exhaust_it()
    {
        Should.Throw<FormatException>(() => Condition.Parse(new string('(', 3000))).Message.ShouldStartWith("condition_too_deep");
        Should.Throw<FormatException>(() => Condition.Parse(new string(' ', 5000))).Message.ShouldStartWith("condition_too_long");
    }

    [Fact]
    public void Deciding_allocates_nothing()
    {
        var condition = Condition.Parse("a in ('y', 'x') and (n > 12 or selected(m, 'q')) and not answered(nothing)");
        condition.Evaluate(Known);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) condition.Evaluate(Known);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000);
    }
}
