namespace Diapason.Statistics.Tests;

/// <summary>What must hold whatever the data, and refusals that name what is wrong.</summary>
public sealed class PropertyTests
{
    [Theory, MemberData(nameof(Designs))]
    public void The_scale_of_weights_leaves_means_and_scales_totals(string name)
    {
        var data = ApiDesigns.Data(name);
        var design = ApiDesigns.Of(name);
        var scaled = Reweighted(design, w => w * 7.5);
        var (mean, total) = (Statistic.Mean(data.Numeric("api00")), Statistic.Total(data.Numeric("api00")));
        scaled.Estimate(mean).Value.ShouldAgree(design.Estimate(mean).Value, 1e-13);
        scaled.Estimate(mean).StandardError.ShouldAgree(design.Estimate(mean).StandardError, 1e-12);
        scaled.Estimate(total).StandardError.ShouldAgree(design.Estimate(total).StandardError * 7.5, 1e-12);
        scaled.Quantile(data.Numeric("api00"), 0.3).Low!.Value.ShouldAgree(design.Quantile(data.Numeric("api00"), 0.3).Low!.Value);
    }

    public static TheoryData<string> Designs => new(ApiDesigns.Names);

    [Theory, MemberData(nameof(Designs))]
    public void A_variable_far_from_zero_keeps_its_errors(string name)
    {
        var near = ApiDesigns.Data(name).Numeric("api00");
        var far = new NumericColumn("far", near.Values.ToArray().Select(y => y + 1e9).ToArray());
        foreach (var design in new[] { ApiDesigns.Of(name), RakingTests.Rake(ApiDesigns.Of(name), ApiDesigns.Data(name)).Design })
        {
            foreach (var of in new Func<NumericColumn, Statistic>[] { y => Statistic.Mean(y), y => Statistic.Variance(y) })
            {
                var (expected, actual) = (design.Estimate(of(near)), design.Estimate(of(far)));
                actual.StandardError.ShouldAgree(expected.StandardError, 1e-9, name);
                (actual.DesignEffect ?? 0).ShouldAgree(expected.DesignEffect ?? 0, 1e-9, name);
            }
        }
    }

    [Fact]
    public void The_order_of_rows_and_strata_does_not_matter()
    {
        var data = ApiDesigns.Data("strat");
        var order = Enumerable.Range(0, data.Rows).ToArray();
        new Random(3).Shuffle(order);
        NumericColumn Shuffled(string name) => new(name, order.Select(r => data.Numeric(name).Values[r]).ToArray());
        var stype = data.Categorical("stype");
        var shuffled = SurveyDesign.Create(data.Rows, new DesignDescription
        {
            Weights = Shuffled("pw"),
            Populations = [Shuffled("fpc")],
            Strata = [UnitColumn.Of("stype", order.Select(r => stype.Categories[stype[r]]).ToList())],
        });
        var (expected, actual) = (ApiDesigns.Of("strat").Estimate(Statistic.Mean(data.Numeric("api00"))), shuffled.Estimate(Statistic.Mean(Shuffled("api00"))));
        actual.Value.ShouldAgree(expected.Value, 1e-13);
        actual.StandardError.ShouldAgree(expected.StandardError, 1e-12);
    }

    [Theory, MemberData(nameof(Designs))]
    public void The_domain_of_everyone_is_the_whole(string name)
    {
        var data = ApiDesigns.Data(name);
        var everyone = Domain.Where(data.Numeric("api00"), _ => true);
        var (whole, domain) = (ApiDesigns.Of(name).Estimate(Statistic.Mean(data.Numeric("api00"))), ApiDesigns.Of(name).Estimate(Statistic.Mean(data.Numeric("api00"), everyone)));
        domain.ShouldBe(whole);
    }

    [Theory, InlineData("clus1"), InlineData("strat")]
    public void Calibrated_totals_are_those_of_the_margins_without_error(string name)
    {
        var data = ApiDesigns.Data(name);
        var raked = RakingTests.Rake(ApiDesigns.Of(name), data).Design;
        var total = raked.Estimate(Statistic.Count(data.Categorical("stype"), "H"));
        total.Value.ShouldAgree(755);
        total.StandardError.ShouldBeLessThan(1e-8);
    }

    [Fact]
    public void Rows_of_weight_zero_and_values_missing_outside_the_domain_do_no_harm_after_raking()
    {
        var data = ApiDesigns.Data("clus1");
        var stype = data.Categorical("stype");
        var weights = data.Numeric("pw").Values.ToArray();
        weights[3] = weights[40] = 0;
        var values = data.Numeric("api00").Values.ToArray();
        for (var row = 0; row < values.Length; row++)
            values[row] = stype[row] == 0 ? values[row] : NumericColumn.Missing(MissingKind.NotAsked);
        var design = SurveyDesign.Create(data.Rows, ApiDesigns.Of("clus1").Description with { Weights = new NumericColumn("pw", weights) });
        var elementary = Domain.Of(stype, "E");
        var raked = RakingTests.Rake(design, data).Design;
        var estimate = raked.Estimate(Statistic.Mean(new NumericColumn("api00", values), elementary));
        estimate.StandardError.ShouldBeInRange(1, 100);
        estimate.ShouldBe(raked.Estimate(Statistic.Mean(data.Numeric("api00"), elementary)));
        raked.Weights[3].ShouldBe(0);
    }

    [Fact]
    public void Jackknife_and_linearisation_agree_for_a_linear_statistic()
    {
        var data = ApiDesigns.Data("strat");
        var total = Statistic.Total(data.Numeric("enroll"));
        ApiDesigns.Of("strat").Jackknife().Estimate(total).StandardError.ShouldAgree(ApiDesigns.Of("strat").Estimate(total).StandardError);
    }

    [Theory]
    [InlineData(-1.0, SurveyError.InvalidWeight), InlineData(double.NaN, SurveyError.InvalidWeight), InlineData(double.PositiveInfinity, SurveyError.InvalidValue)]
    public void Weights_that_are_not_weights_are_refused_by_name(double weight, SurveyError error)
    {
        var refusal = Should.Throw<SurveyException>(() => SurveyDesign.Independent(new NumericColumn("poids", new[] { 1, weight, 2 })));
        (refusal.Error, refusal.Variable).ShouldBe((error, "poids"));
    }

    [Fact]
    public void A_domain_where_all_is_missing_is_refused_rather_than_zero()
    {
        var data = ApiDesigns.Data("clus1");
        var nothing = new NumericColumn("nothing", Enumerable.Repeat(NumericColumn.Missing(MissingKind.NotAsked), data.Rows).ToArray());
        foreach (var statistic in new[] { Statistic.Mean(nothing), Statistic.Total(nothing), Statistic.Variance(nothing), Statistic.Ratio(nothing, nothing) })
            Should.Throw<SurveyException>(() => ApiDesigns.Of("clus1").Estimate(statistic)).Error.ShouldBe(SurveyError.EmptyDomain);
    }

    [Fact]
    public void A_population_smaller_than_its_sample_is_refused()
    {
        var sizes = new NumericColumn("N", new double[] { 2, 2, 2 });
        Should.Throw<SurveyException>(() => SurveyDesign.Create(3, new DesignDescription { Populations = [sizes] })).Error.ShouldBe(SurveyError.InvalidPopulationSize);
    }

    [Fact]
    public void A_share_of_nobody_has_an_interval_from_the_effective_size()
    {
        var answers = new CategoricalColumn("q", ["yes", "no"], new byte[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 });
        var estimate = SurveyDesign.Create(10).Estimate(Statistic.Share(answers, "yes"));
        estimate.StandardError.ShouldBe(0);
        estimate.Interval!.Value.Method.ShouldBe(IntervalMethod.Wilson);
        // Wilson at 0 of 10 with t(9): t²/(10 + t²).
        estimate.Interval.Value.High.ShouldAgree(Math.Pow(2.262157162798205, 2) / (10 + Math.Pow(2.262157162798205, 2)), 1e-12);
        (estimate.Cv, estimate.Mark).ShouldBe(((double?)null, "**"));
    }

    [Fact]
    public void Wilson_and_log_log_intervals_hold_the_share_and_stay_inside()
    {
        var awards = ApiDesigns.Data("clus1").Categorical("awards");
        foreach (var method in new[] { IntervalMethod.Wilson, IntervalMethod.LogLog, IntervalMethod.Logit, IntervalMethod.Beta, IntervalMethod.Arcsine })
        {
            var estimate = ApiDesigns.Of("clus1").Estimate(Statistic.Share(awards, "Yes"), new EstimateOptions { Proportion = method, Level = 0.9 });
            var interval = estimate.Interval!.Value;
            interval.Method.ShouldBe(method);
            (interval.Low > 0 && interval.Low < estimate.Value && estimate.Value < interval.High && interval.High < 1).ShouldBeTrue();
        }
        // Wilson's limits solve (p̂ − p)² = t² p(1 − p)/n at the effective size.
        var wilson = ApiDesigns.Of("clus1").Estimate(Statistic.Share(awards, "Yes"), new EstimateOptions { Proportion = IntervalMethod.Wilson });
        var n = wilson.Value * (1 - wilson.Value) / wilson.Variance;
        var low = wilson.Interval!.Value.Low;
        ((wilson.Value - low) / Math.Sqrt(low * (1 - low) / n)).ShouldAgree(2.1447866879178035, 1e-9);
    }

    [Fact]
    public void Multiple_responses_share_the_base_of_those_who_answered()
    {
        static CategoricalColumn Option(string name, params string?[] values) => CategoricalColumn.FromTexts(name, values, ["0", "1"]);
        var set = new MultipleResponseSet("tools", [Option("text", "1", null, "1", null), Option("image", "0", "1", null, null)]);
        var shares = Statistic.Shares(set).Select(s => SurveyDesign.Create(4).Estimate(s)).ToList();
        shares.Select(s => s.N).ShouldBe([3, 3]);
        shares.Select(s => s.Value).ShouldAgree([2 / 3.0, 1 / 3.0]);
    }

    [Fact]
    public void Rows_may_be_appended_while_earlier_columns_stay_as_they_were()
    {
        var builder = new CategoricalColumnBuilder("q", ["a", "b"]);
        builder.Append("a");
        builder.AppendMissing(MissingKind.PreferNotToSay);
        var first = builder.ToColumn();
        for (var i = 0; i < 1000; i++)
            builder.Append(1);
        (first.Count, first[0], first.MissingAt(1)).ShouldBe((2, 0, MissingKind.PreferNotToSay));
        builder.ToColumn().Count.ShouldBe(1002);
        Should.Throw<SurveyException>(() => builder.Append("c")).Category.ShouldBe("c");
    }

    [Fact]
    public void Reads_quoted_fields_and_kinds_of_missing_values()
    {
        var data = Csv.Parse("\uFEFFname,n\r\n\"a, \"\"b\"\"\",1.5\r\nNSP,\r\n", ["n"], new Dictionary<string, MissingKind> { ["NSP"] = MissingKind.DontKnow });
        data.Categorical("name").Categories.ShouldBe(["a, \"b\""]);
        data.Categorical("name").MissingAt(1).ShouldBe(MissingKind.DontKnow);
        (data.Numeric("n")[0], data.Numeric("n").MissingAt(1)).ShouldBe((1.5, MissingKind.NotStated));
        Should.Throw<SurveyException>(() => Csv.Parse("a,b\n1\n")).Error.ShouldBe(SurveyError.LengthMismatch);
    }

    [Fact]
    public void A_confidence_level_outside_its_range_is_refused()
    {
        var design = ApiDesigns.Of("clus1");
        foreach (var level in new[] { 1.0, -1, 2, double.NaN })
            Should.Throw<SurveyException>(() => design.Estimate(Statistic.Mean(ApiDesigns.Data("clus1").Numeric("api00")), new EstimateOptions { Level = level }));
    }

    [Fact]
    public void The_library_depends_on_nothing_but_the_runtime() =>
        typeof(Statistic).Assembly.GetReferencedAssemblies().ShouldAllBe(a => a.Name!.StartsWith("System", StringComparison.Ordinal));

    private static SurveyDesign Reweighted(SurveyDesign design, Func<double, double> change) =>
        SurveyDesign.Create(design.Rows, design.Description with { Weights = new NumericColumn("w", design.Weights.ToArray().Select(change).ToArray()) });
}
