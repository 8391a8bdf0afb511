namespace Diapason.Statistics.Tests;

/// <summary>Input that must be refused by its name, where a number that is not one would otherwise come back.</summary>
public sealed class RefusalTests
{
    private static readonly NumericColumn W = new("w", new double[] { 1, 2, 3, 4, 5, 6 });
    private static readonly NumericColumn Y = new("y", new double[] { 1, 5, 2, 8, 4, 9 });
    private static readonly CategoricalColumn G = CategoricalColumn.FromTexts("g", ["a", "a", "b", "b", "b", "a"]);
    private static readonly CategoricalColumn H = CategoricalColumn.FromTexts("h", ["u", "v", "u", "v", "u", "v"]);
    private static readonly SurveyDesign Design = SurveyDesign.Independent(W);
    private static readonly SurveyDesign Clustered = SurveyDesign.Create(6, new DesignDescription { Weights = W, Clusters = [UnitColumn.Of("psu", [1, 1, 2, 2, 3, 3])] });
    private static readonly Statistic Mean = Statistic.Mean(Y);

    [Fact]
    public void Lengths_that_differ_are_refused()
    {
        NumericColumn two = new("two", new double[] { 1, 2 }), seven = new("seven", new double[7]);
        var domain = Domain.Where("short", [true, false]);
        Refused(SurveyError.LengthMismatch, "two", () => Design.Estimate(Statistic.Ratio(Y, two)));
        Refused(SurveyError.LengthMismatch, "seven", () => Design.Estimate(Statistic.Ratio(Y, seven)));
        Refused(SurveyError.LengthMismatch, "short", () => Design.DegreesOfFreedom(domain));
        Refused(SurveyError.LengthMismatch, "short", () => Clustered.Jackknife().DegreesOfFreedom(domain));
        Refused(SurveyError.LengthMismatch, "two", () => Design.Calibrate([Auxiliary.Size(25)], new CalibrationOptions { WorkingVariance = two }));
        Refused(SurveyError.LengthMismatch, "k", () => Design.Rake([Margin.Crossed([G, CategoricalColumn.FromTexts("k", ["x", "y"])], [(["a", "x"], 1), (["b", "y"], 2)])]));
        Refused(SurveyError.LengthMismatch, null, () => Design.Covariance([Mean], []));
        Refused(SurveyError.LengthMismatch, "f", () => Design.Estimate(Statistic.Function("f", [Mean, Statistic.Mean(W)], v => v[0], _ => [1])));
        Refused(SurveyError.LengthMismatch, null, () => Waves.Trend([Design.Estimate(Mean), Design.Estimate(Mean)], [1, 2], new double[1, 1]));
        Refused(SurveyError.LengthMismatch, null, () => JointProbabilityDesign.Known(new double[2, 3]));
    }

    [Theory, InlineData(0), InlineData(1), InlineData(-1), InlineData(double.NaN)]
    public void A_level_of_confidence_lies_between_0_and_1(double level)
    {
        Refused(SurveyError.InvalidValue, null, () => Design.Estimate(Mean, new EstimateOptions { Level = level }));
        Refused(SurveyError.InvalidValue, null, () => Design.Quantile(Y, .5, null, new QuantileOptions { Level = level }));
        Refused(SurveyError.InvalidValue, null, () => Design.Estimate([Mean]).Combine("same", [1], level));
    }

    [Fact]
    public void What_is_not_a_finite_number_never_comes_back()
    {
        Refused(SurveyError.InvalidWeight, "w", () => SurveyDesign.Independent(new NumericColumn("w", new[] { double.MaxValue, double.MaxValue })));
        var large = SurveyDesign.Independent(new NumericColumn("w", new[] { 1e200, 1e200, 1, 1, 1, 1 }));
        Refused(SurveyError.InvalidValue, "y", () => large.Estimate(Statistic.Total(Y)));
        Refused(SurveyError.InvalidValue, "y", () => Design.Estimate(Statistic.Mean(new NumericColumn("y", new[] { 1e300, -1e300, 1e300, 3, 4, 5 }))));
        Refused(SurveyError.InvalidValue, "f", () => Design.Estimate(Statistic.Function("f", [Mean], _ => 1, _ => [double.NaN])));
        Refused(SurveyError.InvalidValue, "c", () => Design.Estimate([Mean]).Combine("c", [double.NaN]));
        Refused(SurveyError.InvalidValue, "trend", () => Waves.Trend([Design.Estimate(Mean), Design.Estimate(Mean)], [1, double.NaN]));
        Refused(SurveyError.InvalidValue, null, () => new EstimateOptions { DegreesOfFreedom = -1 });
        var tiny = SurveyDesign.Independent(new NumericColumn("w", new[] { 1e-320, 1e-320, 1, 1, 1, 1e-320 }));
        Refused(SurveyError.InvalidWeight, null, () => tiny.Rake([Totals(5, 10)]));
        Design.Estimate([Mean]).Combine("nothing", [0]).Value.ShouldBe(0);
    }

    [Fact]
    public void Margins_and_auxiliaries_say_what_is_wrong_with_them()
    {
        Refused(SurveyError.LengthMismatch, "g × h", () => Margin.Crossed([G, H], [(["a"], 5)]), "a");
        Refused(SurveyError.LengthMismatch, "g × h", () => Margin.Crossed([G, H], [(["a", "u", "z"], 5)]));
        Refused(SurveyError.Duplicate, "g", () => Margin.Crossed([G], [(["a"], 5), (["a"], 7)]), "a");
        Refused(SurveyError.TooFew, null, () => Margin.Crossed([], []));
        Refused(SurveyError.InvalidValue, null, () => Margin.Crossed([.. Enumerable.Repeat(Wide(), 4)], []));
        Refused(SurveyError.InvalidValue, null, () => new RakingOptions { Tolerance = double.NaN });
        foreach (var size in new[] { 0, -1, double.NaN, double.PositiveInfinity })
            Refused(SurveyError.InvalidValue, "population size", () => Auxiliary.Size(size));
        Refused(SurveyError.InvalidValue, "y", () => Auxiliary.Amount(Y, double.NaN));
        Refused(SurveyError.Duplicate, "population size", () => Design.Calibrate([Auxiliary.Size(21), Auxiliary.Size(25)]));
    }

    [Fact]
    public void Replicates_that_cannot_be_made_are_refused()
    {
        NumericColumn[] given = [new("r1", new double[] { 1, 2, 3, 4, 5, 6 }), new("r2", new double[] { 2, 1, 4, 3, 6, 5 })];
        foreach (var scale in new[] { -1, double.NaN, double.PositiveInfinity })
            Refused(SurveyError.InvalidValue, null, () => ReplicateDesign.Given(W, given, new ReplicateScaling(scale)));
        Refused(SurveyError.InvalidValue, null, () => ReplicateDesign.Given(W, given, new ReplicateScaling(1, [1, double.NaN])));
        Refused(SurveyError.InvalidValue, null, () => Clustered.BalancedHalfSamples(0, new[,] { { 1, 1 }, { 7, 3 } }));
        Refused(SurveyError.InvalidValue, null, () => Clustered.BalancedHalfSamples(0, new[,] { { 1, 1 }, { 1, 1 } }));
        Refused(SurveyError.InvalidValue, null, () => Clustered.RaoWu(20, new Random(1), _ => 0));
        var lonely = new DesignDescription { Weights = W, Strata = [UnitColumn.Of("s", [1, 2, 2, 2, 2, 2])] };
        Refused(SurveyError.LonelyPsu, "s", () => SurveyDesign.Create(6, lonely).CantyDavison(20, new Random(1)), "1");
        var alone = lonely with { Strata = [UnitColumn.Of("s", [1, 2, 3, 4, 5, 6])], LonelyPsu = LonelyPsu.Remove };
        Refused(SurveyError.LonelyPsu, "s", () => SurveyDesign.Create(6, alone).CantyDavison(20, new Random(1)));
    }

    [Fact]
    public void A_variance_estimated_below_zero_is_not_passed_off_as_zero()
    {
        var design = JointProbabilityDesign.Known(new[,] { { .5, .01 }, { .01, .5 } });
        Refused(SurveyError.InvalidValue, "y", () => design.Estimate(Statistic.Total(new NumericColumn("y", new double[] { 1, 2 }))));
        Refused(SurveyError.TooFew, "p", () => JointProbabilityDesign.HartleyRao(new NumericColumn("p", new[] { .5 }), .2));
        Refused(SurveyError.InvalidValue, "p", () => JointProbabilityDesign.HartleyRao(new NumericColumn("p", new[] { .5, .5 }), double.NaN));
    }

    [Fact]
    public void Weights_that_cancel_have_no_mean_and_no_share()
    {
        var linear = SurveyDesign.Independent(new NumericColumn("w", new double[] { 1, 1, 1, 1 }));
        var x = new NumericColumn("x", new double[] { 0, 1, 0, 0 });
        // The weight of the second row becomes −1: it cancels that of the first.
        var flat = linear.Calibrate([Auxiliary.Amount(x, -1)]).Design;
        var pair = CategoricalColumn.FromTexts("pair", ["in", "in", "out", "out"]);
        Refused(SurveyError.ZeroDenominator, "x", () => flat.Estimate(Statistic.Mean(x, Domain.Of(pair, "in"))), "pair=in");
        flat.Shares(pair, pair)[0, 0].ShouldBeNull();
        flat.Shares(pair, pair)[1, 1]!.Value.ShouldBe(1);
    }

    [Fact]
    public void Data_are_refused_before_they_mislead()
    {
        Refused(SurveyError.UnknownCategory, "g", () => Domain.Of(G, 9));
        Refused(SurveyError.UnknownCategory, "g", () => Domain.Of(G, -1));
        Refused(SurveyError.InvalidValue, null, () => Csv.Parse("a,\n1,2\n"));
        Refused(SurveyError.InvalidValue, null, () => new SurveyData(-1));
        Refused(SurveyError.InvalidValue, "id", () => Csv.Parse("id\n" + string.Join('\n', Enumerable.Range(0, 65_001))));
        var table = Design.Shares(G, H);
        Should.Throw<ArgumentOutOfRangeException>(() => table.Count(0, 2));
        Should.Throw<ArgumentOutOfRangeException>(() => table[2, 0]);
        Should.Throw<ArgumentOutOfRangeException>(() => Design.Portraits([G], [null], threads: 0));
    }

    [Fact]
    public void Refusals_name_the_stage_the_unit_the_row_and_the_bounds()
    {
        var strata = UnitColumn.Of("s", [1, 2, 2, 2, 2, 2]);
        var lonely = new DesignDescription { Weights = W, Strata = [strata], Clusters = [UnitColumn.Of("psu", [7, 8, 8, 9, 9, 9])] };
        Said(() => SurveyDesign.Create(6, lonely).Estimate(Mean), "Stage 1", "'1' of 's'", "'7' of 'psu'");
        Said(() => SurveyDesign.Create(6, lonely with { Clusters = [] }).Estimate(Mean), "Stage 1", "row 0");
        Said(() => SurveyDesign.Create(6, lonely with { Clusters = [UnitColumn.Of("psu", [7, 7, 8, 8, 9, 9])] }), "Stage 1", "'7' of 'psu'", "'1' and '2' of 's'");
        Said(() => SurveyDesign.Create(6, lonely with { LonelyPsu = LonelyPsu.Average }).Estimate(Statistic.Mean(Y, Domain.Where("one", [true, false, false, false, false, false]))), "Stage 1", "of 's'");
        Said(() => SurveyDesign.Create(6, new DesignDescription { Clusters = [UnitColumn.Of("psu", [1, 1, 1, 2, 2, 2]), UnitColumn.Of("ssu", [1, 2, 3, 4, 5, 6])], Populations = [new NumericColumn("N", new double[] { 9, 9, 9, 9, 9, 9 }), new NumericColumn("M", new double[] { 1, 1, 1, 2, 2, 2 })] }), "Stage 2", "'M'");
        Said(() => ReplicateDesign.Given(W, [W, new NumericColumn("r2", new[] { 1, 2, double.NaN, 4, 5, 6 })], new ReplicateScaling(1)), "'r2'", "row 2");
        Said(() => JointProbabilityDesign.Known(new[,] { { .5, .2 }, { 0, .5 } }), "units 1 and 0");
        Said(() => Design.Trim(new TrimmingOptions { Lower = 2.5, Upper = 3 }), "2.5", "3");
        Said(() => Design.Calibrate([Auxiliary.Size(21), Auxiliary.Amount(Y, 1e6)], new CalibrationOptions { LowerRatio = 0.5, UpperRatio = 2 }), "0.5 to 2", "'y'");

        static void Said(Func<object?> act, params string[] words)
        {
            var refusal = Should.Throw<SurveyException>(() => _ = act());
            foreach (var word in words)
                refusal.Message.ShouldContain(word);
        }
    }

    private static CategoricalColumn Wide() => new("wide", [.. Enumerable.Range(0, 200).Select(k => $"k{k}")], new byte[6]);

    private static Margin Totals(double a, double b) => Margin.Of(G, new Dictionary<string, double> { ["a"] = a, ["b"] = b });

    private static void Refused(SurveyError error, string? variable, Func<object?> act, string? category = null)
    {
        var refusal = Should.Throw<SurveyException>(() => _ = act());
        refusal.Error.ShouldBe(error, refusal.Message);
        if (variable is not null)
            refusal.Variable.ShouldBe(variable, refusal.Message);
        if (category is not null)
            refusal.Category.ShouldBe(category, refusal.Message);
    }
}
