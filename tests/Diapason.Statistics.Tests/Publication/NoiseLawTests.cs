using System.Globalization;
using Diapason.Statistics.Publication;

namespace Diapason.Statistics.Tests.Publication;

/// <summary>The laws of what is added: the method's printed tables, mean 0 and variance exact, and two other solvers.</summary>
public sealed class NoiseLawTests
{
    [Fact]
    public void The_two_laws_are_those_printed()
    {
        double[] small = [.1994, .1760, .1210, .0648, .0270, .0088, .0022, .0004, .0001];
        double[] large = [.3154, .2307, .0904, .0189, .0021, .0001];
        for (var d = 0; d < small.Length; d++)
            (NoiseLaw.Small.Probability(d), NoiseLaw.Small.Probability(-d)).ShouldBe((NoiseLaw.Small.Probability(-d), NoiseLaw.Small.Probability(d)));
        NoiseLaw.Small.Values.ShouldBe(Enumerable.Range(-8, 17));
        NoiseLaw.Large.Values.ShouldBe(Enumerable.Range(-5, 11));
        for (var d = 0; d < small.Length; d++)
            Math.Round(NoiseLaw.Small.Probability(d), 4).ShouldBe(small[d], 1e-9, $"{d}");
        for (var d = 0; d < large.Length; d++)
            Math.Round(NoiseLaw.Large.Probability(-d), 4).ShouldBe(large[d], 1e-9, $"{d}");
    }

    [Fact]
    public void The_classical_table_is_the_one_printed()
    {
        string[] printed =
        [
            "-1 .6667 2 .3333", "-2 .3333 1 .6667", "-3 .1473 0 .5115 1 .2551 2 .0730 3 .0120 4 .0011 5 .0001",
            "-4 .0448 -1 .3230 0 .3040 1 .1997 2 .0916 3 .0293 4 .0066 5 .0010", "-5 .0033 -2 .1466 -1 .2391 0 .2648 1 .1993 2 .1018 3 .0353 4 .0083 5 .0013",
            "-3 .0343 -2 .1104 -1 .2214 0 .2764 1 .2151 2 .1043 3 .0315 4 .0059 5 .0007",
            "-4 .0053 -3 .0303 -2 .1045 -1 .2197 0 .2812 1 .2191 2 .1040 3 .0300 4 .0053 5 .0006",
            "-5 .0005 -4 .0052 -3 .0298 -2 .1038 -1 .2196 0 .2819 1 .2196 2 .1038 3 .0298 4 .0052 5 .0005",
        ];
        for (var count = 1; count <= printed.Length; count++)
        {
            var law = NoiseLaw.ForCount(count);
            var cells = printed[count - 1].Split(' ').Chunk(2).ToDictionary(c => int.Parse(c[0], CultureInfo.InvariantCulture), c => double.Parse(c[1], CultureInfo.InvariantCulture));
            for (var d = -6; d <= 6; d++)
                // Half a unit of the fourth decimal, and the printed table's own rounding.
                law.Probability(d).ShouldBe(cells.GetValueOrDefault(d), 0.00006, $"count {count}, {d}");
        }
    }

    [Fact]
    public void Every_law_is_unbiased_with_its_variance_to_a_billionth()
    {
        foreach (var (law, variance) in new[] { (NoiseLaw.Small, 4.0), (NoiseLaw.Large, 1.6) }.Concat(Enumerable.Range(1, 40).Select(c => (NoiseLaw.ForCount(c), 2.0))))
        {
            law.Mean.ShouldBe(0, 1e-9);
            law.Variance.ShouldBe(variance, 1e-9);
            law.Values.Sum(law.Probability).ShouldBe(1, 1e-15);
        }
        NoiseLaw.Small.Mean.ShouldBe(0, 1e-18);
    }

    [Fact]
    public void No_count_becomes_1_or_2_and_nought_stays_nought()
    {
        NoiseLaw.ForCount(0).Values.ShouldBe([0]);
        for (var count = 1; count <= 12; count++)
            NoiseLaw.ForCount(count).Values.ShouldAllBe(d => count + d == 0 || count + d >= 3);
    }

    [Theory, InlineData("ptable.csv", 2e-6, 5), InlineData("laws.csv", 1e-8, 300)]
    public void Other_solvers_find_the_same_laws(string file, double tolerance, int least)
    {
        var rows = File.ReadLines(Path.Combine(Oracle.Root, "tests", "oracles", "publication", file)).Skip(1).Select(l => l.Split(',').Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray());
        var laws = rows.Where(r => r[3] > 0).GroupBy(r => ((int)r[0], r[1], (int)r[2], (int)r[3])).ToList();
        laws.Count.ShouldBeGreaterThanOrEqualTo(least);
        foreach (var law in laws)
        {
            var (bound, variance, smallest, count) = law.Key;
            var ours = NoiseLaw.ForCount(count, bound, variance, smallest);
            foreach (var row in law)
                ours.Probability((int)row[4]).ShouldBe(row[5], tolerance, $"{law.Key} {row[4]}");
        }
    }

    [Fact]
    public void The_row_that_ptable_prints_in_its_vignette_is_found()
    {
        // ptable 1.0.0, «Introduction to the ptable-Package»: create_cnt_ptable(D = 2, V = 1), counts of 2 and more.
        var law = NoiseLaw.Symmetric(2, 1);
        Math.Round(law.Probability(-2), 4).ShouldBe(0.0638);
        Math.Round(law.Probability(0), 3).ShouldBe(0.383);
    }

    [Fact]
    public void A_draw_is_the_smallest_number_whose_cumulated_probability_exceeds_the_bits()
    {
        NoiseLaw.Small.Draw(0).ShouldBe(-8);
        NoiseLaw.Small.Draw((1UL << 53) - 1).ShouldBe(8);
        NoiseLaw.Small.Draw(1UL << 52).ShouldBe(0);
        var (u, before) = (0.0, 0);
        foreach (var d in NoiseLaw.Large.Values)
        {
            u += NoiseLaw.Large.Probability(d);
            var at = (ulong)Math.Round(u * (1UL << 53));
            NoiseLaw.Large.Draw(at - 1).ShouldBe(d);
            if (d < 5)
                NoiseLaw.Large.Draw(at).ShouldBe(d + 1);
            before++;
        }
        before.ShouldBe(11);
        Should.Throw<ArgumentOutOfRangeException>(() => NoiseLaw.Large.Draw(1UL << 53));
    }

    [Fact]
    public void What_has_no_law_is_refused()
    {
        Should.Throw<SurveyException>(() => NoiseLaw.ForCount(1, variance: 1)).Error.ShouldBe(SurveyError.Infeasible);
        Should.Throw<SurveyException>(() => NoiseLaw.Symmetric(3, 9)).Error.ShouldBe(SurveyError.InvalidValue);
        Should.Throw<SurveyException>(() => NoiseLaw.Symmetric(0, 1)).Error.ShouldBe(SurveyError.InvalidValue);
    }
}
