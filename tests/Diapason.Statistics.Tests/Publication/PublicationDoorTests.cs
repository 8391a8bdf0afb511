using Diapason.Statistics.Publication;

namespace Diapason.Statistics.Tests.Publication;

/// <summary>What leaves by the one door: rounding, cuts, errors that count the noise, and each kind of figure.</summary>
public sealed class PublicationDoorTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(i => (byte)(i * 7))];

    [Theory]
    [InlineData(20, 20, 29, 20), InlineData(30, 30, 49, 30), InlineData(49, 30, 49, 30), InlineData(50, 50, 99, 50), InlineData(99, 50, 99, 50)]
    [InlineData(100, 100, 104, 100), InlineData(104, 100, 104, 100), InlineData(105, 105, 114, 110), InlineData(994, 985, 994, 990), InlineData(995, 995, 1004, 1000)]
    [InlineData(1000, 1000, 1024, 1000), InlineData(1024, 1000, 1024, 1000), InlineData(1025, 1025, 1074, 1050), InlineData(12_345, 12_325, 12_374, 12_350)]
    public void A_base_is_shown_as_a_band_then_by_tens_then_by_fifties(int n, int least, int most, int value)
    {
        var shown = RoundedBase.Of(n);
        (shown.Least, shown.Most, shown.Value).ShouldBe((least, most, value));
        for (var m = Math.Max(20, n - 60); m < n + 60; m++)
            (RoundedBase.Of(m).Value == value).ShouldBe(m >= least && m <= most || (value == 1000 && m is >= 995 and <= 1024), $"{m}");
    }

    [Fact]
    public void Nothing_is_published_of_fewer_than_twenty() => Should.Throw<SurveyException>(() => RoundedBase.Of(19)).Error.ShouldBe(SurveyError.TooFew);

    [Fact]
    public void Neither_nought_nor_everybody_nor_a_small_count_is_ever_shown()
    {
        using var source = new NoiseSource(Secret);
        var door = new PublicationDoor(source);
        for (var n = 30; n < 400; n += 7)
        {
            for (ulong key = 0; key < 40; key++)
            {
                var share = door.Share(new FigureKey([key], "q"), key % 2 == 0 ? 0 : 1.0 * (key % 6) / n, WeightSummary.Unweighted(n), 1);
                if (share.Cut == ShareCut.Under)
                    share.Share.ShouldBeGreaterThanOrEqualTo(3.0 / n - 1e-9);
                else
                    (share.Share * n).ShouldBeGreaterThanOrEqualTo(3 - (n * 0.005) - 1e-9);
                var all = door.Share(new FigureKey([key], "q"), 1, WeightSummary.Unweighted(n), 1);
                (all.Cut == ShareCut.Over || all.Share < 1).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void A_cut_share_says_a_bound_in_whole_points_rounded_outwards_and_its_complement_the_other()
    {
        var under = PublishedShare.Rounded(0.01, RoundedBase.Of(104), 1.2, 104);
        (under.Share, under.Cut).ShouldBe((0.03, ShareCut.Under));
        (under.Complement.Share, under.Complement.Cut).ShouldBe((0.97, ShareCut.Over));
        PublishedShare.Rounded(0.05, RoundedBase.Of(45), 1, 45).Share.ShouldBe(0.10);
        PublishedShare.Rounded(0.0002, RoundedBase.Of(12_000), 1, 12_000).Share.ShouldBe(0.01);
        under.Interval().Low.ShouldBe(0);
        under.Complement.Interval().High.ShouldBe(1);
        under.Cv.ShouldBeNull();
    }

    [Fact]
    public void Options_of_one_choice_add_up_and_two_are_one_draw()
    {
        using var source = new NoiseSource(Secret);
        var door = new PublicationDoor(source);
        for (ulong key = 0; key < 200; key++)
        {
            var figure = new FigureKey([key], "q");
            var three = door.OneChoice(figure, [("a", 0.2), ("b", 0.35), ("c", 0.45)], WeightSummary.Unweighted(600), 1);
            three.Sum(s => s.Share).ShouldBe(1, 0.0151);
            var two = door.OneChoice(figure, [("a", 0.3), ("b", 0.7)], WeightSummary.Unweighted(600), 1);
            (two[0].Share + two[1].Share).ShouldBe(1, 1e-9);
            two.Reverse().ShouldBe(door.OneChoice(figure, [("b", 0.7), ("a", 0.3)], WeightSummary.Unweighted(600), 1));
            PublishedShare.Sum([three[0], three[1]]).Share.ShouldBe(three[0].Share + three[1].Share, 1e-9);
        }
        Should.Throw<SurveyException>(() => door.OneChoice(new FigureKey([1], "q"), [("a", 0.2), ("b", 0.2), ("c", 0.2)], WeightSummary.Unweighted(600), 1));
    }

    [Theory, InlineData(40, 0.3), InlineData(80, 0.5), InlineData(150, 0.2), InlineData(600, 0.5), InlineData(3000, 0.1)]
    public void An_interval_computed_from_what_is_published_covers_the_truth_as_often_as_it_says(int n, double rate)
    {
        using var source = new NoiseSource(Secret);
        var door = new PublicationDoor(source);
        var random = new Random(n);
        var hits = Enumerable.Range(0, 4000).Count(i =>
        {
            var yes = Enumerable.Range(0, n).Count(_ => random.NextDouble() < rate);
            var interval = door.Share(new FigureKey([(ulong)random.NextInt64()], "q"), (double)yes / n, WeightSummary.Unweighted(n), 1).Interval();
            return interval.Low <= rate && rate <= interval.High;
        });
        // Bands are read at their lower end, so that intervals of small bases are wider than needed; never shorter.
        (hits / 4000.0).ShouldBeInRange(0.93, n < 100 ? 0.999 : 0.975);
    }

    [Fact]
    public void The_published_design_effect_is_never_under_a_rows_unit_of_noise()
    {
        var random = new Random(5);
        for (var run = 0; run < 500; run++)
        {
            var weights = WeightSummary.Trimmed([.. Enumerable.Range(0, 300).Select(_ => Math.Exp(random.NextDouble() * 3))]);
            WeightSummary[] rows = [.. Enumerable.Range(0, 6).Select(r => WeightSummary.Of(weights.AsSpan(r * 50, 50)))];
            var published = WeightSummary.PublishedDesignEffect(rows);
            (published * 10).ShouldBe(Math.Round(published * 10), 1e-9);
            foreach (var row in rows)
                Math.Max(published, 1.44).ShouldBeGreaterThanOrEqualTo(Math.Max(row.Kish, row.Unit * row.Unit) - 1e-9);
        }
        WeightSummary.PublishedDesignEffect([WeightSummary.Unweighted(30)]).ShouldBe(1);
        using var source = new NoiseSource(Secret);
        Should.Throw<SurveyException>(() => new PublicationDoor(source).Share(new FigureKey([1], "q"), 0.5, WeightSummary.Of([.. Enumerable.Repeat(1.0, 50), 9]), 1)).Error.ShouldBe(SurveyError.InvalidValue);
    }

    [Fact]
    public void Public_weights_are_cut_at_three_times_their_mean()
    {
        WeightSummary.Trimmed([1, 1, 1, 1, 16]).ShouldBe([1, 1, 1, 1, 12]);
        var one = WeightSummary.Of([2, 2, 0, 2]);
        (one.N, one.Kish, one.Unit).ShouldBe((3, 1, 1));
        Should.Throw<SurveyException>(() => WeightSummary.Of([0, 0])).Error.ShouldBe(SurveyError.EmptyDomain);
        Should.Throw<SurveyException>(() => WeightSummary.Of([1, -1])).Error.ShouldBe(SurveyError.InvalidWeight);
        Should.Throw<SurveyException>(() => new WeightSummary(3, 3, 1, 1)).Error.ShouldBe(SurveyError.InvalidWeight);
    }

    [Fact]
    public void A_mean_costs_what_a_share_near_one_half_costs_and_is_never_finer_than_its_noise()
    {
        using var source = new NoiseSource(Secret);
        var door = new PublicationDoor(source);
        var scale = MeanScale.Of(1, 5, 3.2, 1.2345);
        (scale.Low, scale.High, scale.Spread).ShouldBe((1, 5, 1.2));
        (MeanScale.Of(0, 80, 7, 4.04).High, MeanScale.Of(0, 80, 7, 4.04).Spread).ShouldBe((17.1, 4.0));
        foreach (var n in new[] { 35, 80, 120, 800, 5000 })
        {
            var means = Enumerable.Range(0, 4000).Select(i => door.Mean(new FigureKey([(ulong)i], "m"), 3 + (i * 0.0001), scale, WeightSummary.Unweighted(n), 1)).ToList();
            var expected = 2 * 1.2 * Math.Sqrt(NoiseRule.Recommended.Variance(n)) / n;
            var step = scale.StepFor(RoundedBase.Of(n), 1);
            Math.Sqrt(means.Select((m, i) => m.Mean - 3 - (i * 0.0001)).Average(x => x * x)).ShouldBe(Math.Sqrt((expected * expected) + (step * step / 12)), expected * 0.12);
            step.ShouldBeGreaterThanOrEqualTo(2.4 / RoundedBase.Of(n).Most);
            means[0].StandardError.ShouldBe(2.4 * new PublishedShare(0.5, RoundedBase.Of(n), 1).StandardError);
        }
        Should.Throw<SurveyException>(() => door.Mean(new FigureKey([1], "m"), 6, scale, WeightSummary.Unweighted(50), 1)).Error.ShouldBe(SurveyError.InvalidValue);
    }

    [Fact]
    public void Quantiles_are_read_from_published_classes_only()
    {
        PublishedShare[] shares = [.. new[] { 0.2, 0.3, 0.4, 0.1 }.Select(s => new PublishedShare(s, RoundedBase.Of(240), 1))];
        PublishedQuantile.Of([0, 5, 10, 20, 40], shares, 0.5).ShouldBe(10);
        PublishedQuantile.Of([0, 5, 10, 20, 40], shares, 0.1).ShouldBe(2.5);
        PublishedQuantile.Of([0, 5, 10, 20, 40], shares, 0.7)!.Value.ShouldBe(15, 1e-9);
        PublishedQuantile.Of([0, 5, 10, 20, 40], [.. shares.Select(s => s with { N = RoundedBase.Of(80) })], 0.5).ShouldBeNull();
        Should.Throw<SurveyException>(() => PublishedQuantile.Of([0, 5, 10, 20, 40], shares, 0.95));
        Should.Throw<SurveyException>(() => PublishedQuantile.Of([0, 5, 5, 20, 40], shares, 0.5));
    }

    [Fact]
    public void Gaps_that_cannot_be_told_apart_share_a_rank()
    {
        PublishedPair Pair(double importance, double mastery) => new(new(importance, RoundedBase.Of(1000), 1, 1), new(mastery, RoundedBase.Of(1000), 1, 1));
        var pairs = new[] { Pair(4.5, 2.5), Pair(4.4, 2.45), Pair(4.0, 3.0), Pair(4.9, 2.0) };
        PublishedPair.SharedRanks(pairs).ShouldBe([2, 2, 4, 1]);
        pairs[0].Borich.ShouldBe(9);
        // dB = (2I − M)·dI − I·dM, by differences.
        var error = pairs[0].Importance.StandardError;
        var (i, m) = ((Pair(4.5001, 2.5).Borich - 9) / 1e-4, (Pair(4.5, 2.5001).Borich - 9) / 1e-4);
        pairs[0].BorichError.ShouldBe(Math.Sqrt((i * i) + (m * m)) * error, 1e-4);
        PublishedPair.JointTableAllowed(true, 500).ShouldBeTrue();
        (PublishedPair.JointTableAllowed(false, 5000) || PublishedPair.JointTableAllowed(true, 499)).ShouldBeFalse();
    }

    [Fact]
    public void Whole_counts_are_never_1_nor_2_and_right_on_average()
    {
        using var source = new NoiseSource(Secret);
        var door = new PublicationDoor(source);
        for (var count = 0; count <= 15; count++)
        {
            var shown = Enumerable.Range(0, 8000).Select(i => door.Count(new FigureKey([(ulong)i], "words", "w"), count)).ToList();
            shown.ShouldAllBe(c => c == 0 || c >= 3);
            shown.Average().ShouldBe(count, 4 * Math.Sqrt(2.0 / 8000));
        }
    }
}
