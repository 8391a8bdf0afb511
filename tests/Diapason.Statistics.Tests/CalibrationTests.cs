namespace Diapason.Statistics.Tests;

public sealed class CalibrationTests
{
    private static readonly Dictionary<string, double> Types = new() { ["E"] = 4421, ["H"] = 755, ["M"] = 1018 };

    [Theory, InlineData("clus1"), InlineData("clus1N"), InlineData("strat")]
    public void Post_stratification_equals_R(string name)
    {
        var data = ApiDesigns.Data(name);
        var result = ApiDesigns.Of(name).PostStratify(Margin.Of(data.Categorical("stype"), Types));
        result.Design.Weights.ToArray().ShouldAgree(Oracle.Of($"{name}.postStratify.weights").Numbers(), what: "weights");
        EstimationTests.Agree(result.Design, $"{name}.postStratify.mean.api00", [Statistic.Mean(data.Numeric("api00"))]);
        EstimationTests.Agree(result.Design, $"{name}.postStratify.total.enroll", [Statistic.Total(data.Numeric("enroll"))]);
    }

    [Theory]
    [InlineData("clus1", CalibrationDistance.Linear), InlineData("clus1N", CalibrationDistance.Linear), InlineData("strat", CalibrationDistance.Linear)]
    [InlineData("clus1", CalibrationDistance.Raking), InlineData("clus1N", CalibrationDistance.Raking), InlineData("strat", CalibrationDistance.Raking)]
    [InlineData("clus1", CalibrationDistance.Logit), InlineData("clus1N", CalibrationDistance.Logit), InlineData("strat", CalibrationDistance.Logit)]
    public void Calibration_equals_R(string name, CalibrationDistance distance)
    {
        var data = ApiDesigns.Data(name);
        var options = new CalibrationOptions { Distance = distance };
        if (distance == CalibrationDistance.Logit)
            options = options with { LowerRatio = 0.5, UpperRatio = 2 };
        var key = $"{name}.calibrate.{distance.ToString().ToLowerInvariant()}";
        var design = ApiDesigns.Of(name).Calibrate(Auxiliaries(data), options).Design;
        design.Weights.ToArray().ShouldAgree(Oracle.Of($"{key}.weights").Numbers(), what: key);
        EstimationTests.Agree(design, $"{key}.mean.api00", [Statistic.Mean(data.Numeric("api00"))]);
        EstimationTests.Agree(design, $"{key}.total.enroll", [Statistic.Total(data.Numeric("enroll"))]);
        EstimationTests.Agree(design, $"{key}.ratio", [Statistic.Ratio(data.Numeric("api.stu"), data.Numeric("enroll"))]);
    }

    [Theory, InlineData("clus1"), InlineData("clus1N"), InlineData("strat")]
    public void Bounded_linear_calibration_equals_R(string name)
    {
        var data = ApiDesigns.Data(name);
        var design = ApiDesigns.Of(name).Calibrate(Auxiliaries(data), new CalibrationOptions { LowerRatio = 0.6, UpperRatio = 1.6 }).Design;
        design.Weights.ToArray().ShouldAgree(Oracle.Of($"{name}.calibrate.linbounded.weights").Numbers());
        EstimationTests.Agree(design, $"{name}.calibrate.linbounded.mean", [Statistic.Mean(data.Numeric("api00"))]);
    }

    [Theory, InlineData("clus1"), InlineData("clus1N"), InlineData("strat")]
    public void Trimming_once_equals_R_and_strictly_stays_within_the_caps(string name)
    {
        var raked = RakingTests.Rake(ApiDesigns.Of(name), ApiDesigns.Data(name)).Design;
        var sorted = raked.Weights.ToArray().Order().ToArray();
        var median = sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
        var options = new TrimmingOptions { Upper = 1.5 * median, Lower = 0.5 * median, OnePass = true };
        raked.Trim(options).Design.Weights.ToArray().ShouldAgree(Oracle.Of($"{name}.trim.weights").Numbers());
        var strict = raked.Trim(options with { OnePass = false });
        strict.Report.Total.ShouldAgree(sorted.Sum());
        strict.Report.Maximum.ShouldBeLessThanOrEqualTo(1.5 * median);
        strict.Report.Minimum.ShouldBeGreaterThanOrEqualTo(0.5 * median);
    }

    [Fact]
    public void Raking_and_exponential_calibration_on_the_same_margins_agree()
    {
        var data = ApiDesigns.Data("clus1");
        var raked = RakingTests.Rake(ApiDesigns.Of("clus1"), data).Design;
        var schoolwide = Margin.Of(data.Categorical("sch.wide"), new Dictionary<string, double> { ["No"] = 1072, ["Yes"] = 5122 });
        var calibrated = ApiDesigns.Of("clus1").Calibrate(
            [Auxiliary.Categories(Margin.Of(data.Categorical("stype"), Types)), Auxiliary.Categories(schoolwide)], new CalibrationOptions { Distance = CalibrationDistance.Raking }).Design;
        calibrated.Weights.ToArray().ShouldAgree(raked.Weights.ToArray());
        var mean = Statistic.Mean(data.Numeric("api00"));
        calibrated.Estimate(mean).StandardError.ShouldAgree(raked.Estimate(mean).StandardError);
    }

    [Fact]
    public void Bounds_that_exclude_a_solution_are_refused()
    {
        var data = ApiDesigns.Data("clus1");
        var refusal = Should.Throw<SurveyException>(() => ApiDesigns.Of("clus1").Calibrate(Auxiliaries(data), new CalibrationOptions { LowerRatio = 0.99, UpperRatio = 1.01 }));
        refusal.Error.ShouldBe(SurveyError.Infeasible);
        refusal.Variable.ShouldNotBeNull();
    }

    private static Auxiliary[] Auxiliaries(SurveyData data) =>
        [Auxiliary.Categories(Margin.Of(data.Categorical("stype"), Types)), Auxiliary.Amount(data.Numeric("api99"), 3914069)];
}
