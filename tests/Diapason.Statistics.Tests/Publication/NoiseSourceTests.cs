using Diapason.Statistics.Publication;

namespace Diapason.Statistics.Tests.Publication;

/// <summary>Keys: another implementation's bytes, and that nothing but the people, the secret and the figure enters.</summary>
public sealed class NoiseSourceTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    // Python 3.11: h = hmac.new(bytes(range(32)), b"\x01" + struct.pack(">Q", key) + struct.pack(">H", len(q)) + q + struct.pack(">H", len(o)) + o, sha256).digest();
    // int.from_bytes(h[:8], "big") >> 11, int.from_bytes(h[8:16], "big") >> 11, with q and o in UTF-8.
    [Theory]
    [InlineData(0UL, "", "", 4398369401609003UL, 8487450321402644UL)]
    [InlineData(1UL, "uses_ai", "yes", 1795484449465526UL, 5457552217949433UL)]
    [InlineData(ulong.MaxValue, "uses_ai", "yes", 1177446168315979UL, 221382241948563UL)]
    [InlineData(0x0123456789abcdefUL, "q", "ab", 1204079195244872UL, 6504814198925808UL)]
    [InlineData(0x0123456789abcdefUL, "qa", "b", 4025980637931264UL, 2887500033182397UL)]
    [InlineData(42UL, "compétence", "à l’aise", 3919754953928714UL, 5193049399645907UL)]
    public void Bits_are_those_of_another_HMAC(ulong key, string question, string option, ulong draw, ulong dither)
    {
        using var source = new NoiseSource(Secret);
        source.Bits(key, question, option).ShouldBe((draw, dither));
    }

    [Fact]
    public void A_row_key_is_the_sum_of_its_people_in_any_order()
    {
        NoiseSource.RowKey([ulong.MaxValue, 2]).ShouldBe(1UL);
        NoiseSource.RowKey([3, 5, 7]).ShouldBe(NoiseSource.RowKey([7, 3, 5]));
        NoiseSource.RowKey([]).ShouldBe(0UL);
    }

    [Fact]
    public void A_secret_of_another_length_is_refused() =>
        Should.Throw<SurveyException>(() => new NoiseSource(new byte[16])).Error.ShouldBe(SurveyError.InvalidValue);

    [Theory, InlineData(60), InlineData(120), InlineData(900)]
    public void Draws_follow_the_law_at_every_refresh_of_a_chain(int n)
    {
        using var source = new NoiseSource(Secret);
        var rule = new NoiseRule { Memory = 0.45 };
        var random = new Random(34);
        var pairs = Enumerable.Range(0, 20_000).Select(_ => (First: (ulong)random.NextInt64(), Second: (ulong)random.NextInt64()))
            .Select(k => (Old: rule.Draw(source, new FigureKey([k.First], "q"), n), New: rule.Draw(source, new FigureKey([k.First, k.Second], "q"), n))).ToList();
        var variance = rule.Variance(n);
        // Twenty thousand draws: four standard errors.
        pairs.Average(p => p.New).ShouldBe(0, 4 * Math.Sqrt(variance / 20_000));
        pairs.Average(p => p.New * p.New).ShouldBe(variance, 4 * variance * Math.Sqrt(2.0 / 20_000));
        (pairs.Average(p => p.Old * p.New) / variance).ShouldBe(rule.Memory, 0.045);
    }

    [Fact]
    public void The_same_people_give_the_same_noise_on_another_server_and_without_memory_whatever_came_before()
    {
        using var here = new NoiseSource(Secret);
        using var there = new NoiseSource(Secret);
        var key = new FigureKey([11, 22, 33], "q", "yes");
        var remembering = new NoiseRule { Memory = 0.45 };
        remembering.Draw(here, key, 80).ShouldBe(remembering.Draw(there, key with { RowKeys = [11, 22, 33] }, 80));
        var forgetful = NoiseRule.Recommended;
        forgetful.Draw(here, key, 80).ShouldBe(forgetful.Draw(there, key with { RowKeys = [33] }, 80));
        forgetful.Draw(here, key, 80).ShouldNotBe(forgetful.Draw(there, key with { RowKeys = [34] }, 80));
    }
}
