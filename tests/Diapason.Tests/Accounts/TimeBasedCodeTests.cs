using System.Text;
using Diapason.Accounts.SecondStep;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>RFC 6238, appendix B (SHA-1), and RFC 4226, appendix D.</summary>
public sealed class TimeBasedCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Draws_the_codes_of_the_standard(long seconds, string code) =>
        TimeBasedCode.At(Key, TimeBasedCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds)), digits: 8).ShouldBe(code);

    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(9, "520489")]
    public void Draws_the_codes_of_a_counter(long step, string code) => TimeBasedCode.At(Key, step).ShouldBe(code);

    [Fact]
    public void Takes_a_neighbour_step_and_never_the_same_twice()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);
        var step = TimeBasedCode.StepAt(now);
        foreach (var near in new[] { -1, 0, 1 }) TimeBasedCode.StepOf(TimeBasedCode.At(Key, step + near), Key, now, 0).ShouldBe(step + near);
        foreach (var far in new[] { -2, 2 }) TimeBasedCode.StepOf(TimeBasedCode.At(Key, step + far), Key, now, 0).ShouldBeNull();
        TimeBasedCode.StepOf(TimeBasedCode.At(Key, step), Key, now, last: step).ShouldBeNull();
    }

    [Fact]
    public void Writes_the_key_as_authenticators_read_it() => TimeBasedCode.InLetters(Key).ShouldBe("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
}
