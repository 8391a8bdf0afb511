namespace Diapason.Statistics.Tests;

public sealed class PortraitTests
{
    public static TheoryData<string> Designs => new(ApiDesigns.Names);

    [Theory, MemberData(nameof(Designs))]
    public void Shares_by_segment_equal_one_by_one_estimates(string name)
    {
        var data = ApiDesigns.Data(name);
        CompareAll(ApiDesigns.Of(name), data.Categorical("sch.wide"), data.Categorical("stype"));
        CompareAll(ApiDesigns.Of(name), data.Categorical("awards"), data.Categorical("both"));
    }

    [Theory, InlineData("srs"), InlineData("strat"), InlineData("stratN"), InlineData("clus1"), InlineData("clus2")]
    public void Raked_shares_by_segment_equal_one_by_one_estimates(string name)
    {
        var data = ApiDesigns.Data(name);
        var raked = RakingTests.Rake(ApiDesigns.Of(name), data).Design;
        CompareAll(raked, data.Categorical("awards"), data.Categorical("stype"));
        CompareAll(raked, data.Categorical("yr.rnd"), data.Categorical("sch.wide"));
    }

    [Theory, InlineData("stratN"), InlineData("clus1")]
    public void Shares_after_raking_then_trimming_equal_one_by_one_estimates(string name)
    {
        var data = ApiDesigns.Data(name);
        var raked = RakingTests.Rake(ApiDesigns.Of(name), data).Design;
        var trimmed = raked.Trim(new TrimmingOptions { Upper = raked.Weights.ToArray().Average() * 1.2 });
        trimmed.Report.Trimmed.ShouldBeGreaterThan(0);
        CompareAll(trimmed.Design, data.Categorical("awards"), data.Categorical("stype"));
    }

    [Theory, InlineData("srs"), InlineData("stratN"), InlineData("clus1"), InlineData("clus1N")]
    public void Shares_after_calibration_on_amounts_equal_one_by_one_estimates(string name)
    {
        var data = ApiDesigns.Data(name);
        var types = Margin.Of(data.Categorical("stype"), new Dictionary<string, double> { ["E"] = 4421, ["H"] = 755, ["M"] = 1018 });
        var amount = Auxiliary.Amount(data.Numeric("api99"), 3914069);
        CompareAll(ApiDesigns.Of(name).Calibrate([Auxiliary.Categories(types), amount]).Design, data.Categorical("awards"), data.Categorical("sch.wide"));
        CompareAll(ApiDesigns.Of(name).Calibrate([Auxiliary.Size(6194), amount]).Design, data.Categorical("awards"), data.Categorical("stype"));
        CompareAll(ApiDesigns.Of(name).Calibrate([amount], new CalibrationOptions { WorkingVariance = data.Numeric("api99") }).Design, data.Categorical("awards"), null);
    }

    [Fact]
    public void A_margin_that_was_raked_has_no_error()
    {
        var data = ApiDesigns.Data("stratN");
        var table = RakingTests.Rake(ApiDesigns.Of("stratN"), data).Design.Shares(data.Categorical("sch.wide"));
        table[0, 1]!.Value.ShouldAgree(5122.0 / 6194);
        table[0, 1]!.StandardError.ShouldBe(0);
        table[0, 1]!.Interval.ShouldBe(new Interval(table[0, 1]!.Value, table[0, 1]!.Value, 0.95, IntervalMethod.Logit));
    }

    [Fact]
    public void The_result_does_not_depend_on_threads_nor_on_vector_registers()
    {
        var (design, questions, segments) = Synthetic.Survey(5_000, 12);
        var one = design.Portraits(questions, segments);
        var two = design.Portraits(questions, segments, threads: 2);
        for (var t = 0; t < one.Count; t++)
            two[t].Variances.ShouldBe(one[t].Variances);
        DenseLoops.ScalarOnly = true;
        try
        {
            var scalar = design.Portraits(questions, segments);
            for (var t = 0; t < one.Count; t++)
                scalar[t].Variances.ShouldAgree(one[t].Variances, 1e-12);
        }
        finally
        {
            DenseLoops.ScalarOnly = false;
        }
    }

    [Fact]
    public void A_clustered_and_calibrated_portrait_equals_row_by_row_influence()
    {
        var (design, questions, segments) = Synthetic.Survey(5_000, 4);
        foreach (var segment in segments)
            CompareAll(design, questions[1], segment);
    }

    [Fact]
    public void Two_byte_columns_give_the_same_tables()
    {
        var (design, questions, segments) = Synthetic.Survey(3_000, 3);
        var narrow = questions[2];
        var codes = narrow.Codes.ToArray().Select(c => c >= 250 ? (ushort)(c + 65_280) : c).ToArray();
        var wide = new CategoricalColumn(narrow.Name, narrow.Categories, codes);
        wide.CountMissing()[MissingKind.Skipped].ShouldBe(narrow.CountMissing()[MissingKind.Skipped]);
        design.Shares(wide, segments[1]).Variances.ShouldBe(design.Shares(narrow, segments[1]).Variances);
    }

    [Fact]
    public void An_empty_segment_has_no_estimate_rather_than_zero()
    {
        var data = ApiDesigns.Data("clus1");
        var stype = data.Categorical("stype");
        var more = new CategoricalColumn("stype", ["E", "H", "M", "K"], stype.Codes.ToArray());
        var table = ApiDesigns.Of("clus1").Shares(data.Categorical("awards"), more);
        table[3, 0].ShouldBeNull();
        table[0, 0].ShouldNotBeNull();
    }

    private static void CompareAll(SurveyDesign design, CategoricalColumn question, CategoricalColumn? segment)
    {
        var table = design.Shares(question, segment);
        for (var s = 0; s < table.Segments; s++)
        {
            for (var k = 0; k < table.Categories; k++)
            {
                var slow = design.Estimate(Statistic.Share(question, question.Categories[k], segment is null ? null : Domain.Of(segment, s)));
                var fast = table[s, k]!;
                fast.Value.ShouldAgree(slow.Value, 1e-12, "value");
                // Two orders of summation: agreement to the rounding of the larger terms.
                Math.Abs(fast.StandardError - slow.StandardError).ShouldBeLessThan(1e-10);
                (fast.N, fast.DegreesOfFreedom).ShouldBe((slow.N, slow.DegreesOfFreedom));
                fast.WeightedN.ShouldAgree(slow.WeightedN);
                if (slow.Value is > 0 and < 1)
                    fast.DesignEffect.ShouldNotBeNull().ShouldAgree(slow.DesignEffect!.Value, 1e-8, "deff");
                fast.Interval!.Value.Low.ShouldAgree(slow.Interval!.Value.Low, 1e-8, "low");
            }
        }
    }
}
