using Shouldly;
using Xunit;

namespace Diapason.Text.Tests;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("\u200B")]
    [InlineData("\u2060\uFEFF\u00AD")]
    [InlineData("\u202E\u202C")]
    [InlineData("\u200D\u200C")]
    [InlineData(" \u200D \uFE0F")]
    [InlineData("\u3164\u115F\u2800")]
    public void Nothing_to_see_is_nothing(string text) => VisibleText.Of(text).Trim().ShouldBe("");

    [Theory]
    [InlineData("Th\u00E9\u00E2tre\u202E du Cap", "Th\u00E9\u00E2tre du Cap")]
    [InlineData("\u2066admin\u2069", "admin")]
    [InlineData("a\u200Bb", "ab")]
    [InlineData("une ligne\r\nune autre\tfin", "une ligne\r\nune autre\tfin")]
    // An artist, whose emoji is two joined; a Persian word that wants its non-joiner; a heart in colours.
    [InlineData("\U0001F469\u200D\U0001F3A8", "\U0001F469\u200D\U0001F3A8")]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    [InlineData("\u2764\uFE0F", "\u2764\uFE0F")]
    [InlineData("\u1403\u14C4\u1483\u144E\u1450\u1466", "\u1403\u14C4\u1483\u144E\u1450\u1466")]
    [InlineData("45\u00A0%\u202F!", "45\u00A0%\u202F!")]
    public void What_is_seen_stays_and_nothing_else(string text, string seen) => VisibleText.Of(text).ShouldBe(seen);

    [Fact]
    public void The_same_instance_comes_back_when_there_is_nothing_to_take_away()
    {
        var text = new string("Ateliers du Cap".ToCharArray());
        VisibleText.Of(text).ShouldBeSameAs(text);
        VisibleText.Of("").ShouldBe("");
    }
}
