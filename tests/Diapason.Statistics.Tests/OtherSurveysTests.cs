namespace Diapason.Statistics.Tests;

/// <summary>Values of R beyond the six designs of the api data.</summary>
public sealed class OtherSurveysTests
{
    [Theory, InlineData("clus1"), InlineData("clus1N"), InlineData("strat")]
    public void Errors_after_raking_equal_the_exact_projection_of_R(string name)
    {
        var data = ApiDesigns.Data(name);
        var raked = RakingTests.Rake(ApiDesigns.Of(name), data).Design;
        var known = Domain.Where(data.Numeric("enroll"), _ => true);
        EstimationTests.Agree(raked, $"{name}.raked.mean", [Statistic.Mean(data.Numeric("api00"), known), Statistic.Mean(data.Numeric("enroll"), known)]);
        EstimationTests.Agree(raked, $"{name}.raked.total.enroll", [Statistic.Total(data.Numeric("enroll"))]);
        EstimationTests.Agree(raked, $"{name}.raked.ratio", [Statistic.Ratio(data.Numeric("api.stu"), data.Numeric("enroll"))]);
        foreach (var variable in new[] { "stype", "awards" })
        {
            var column = data.Categorical(variable);
            var oracle = Oracle.Of($"{name}.raked.by.{variable}");
            var estimates = column.Categories.Select(c => raked.Estimate(Statistic.Mean(data.Numeric("api00"), Domain.Of(column, c)))).ToList();
            estimates.Select(e => e.Value).ShouldAgree(oracle.Numbers("est"));
            estimates.Select(e => e.StandardError).ShouldAgree(oracle.Numbers("se"), what: $"{name} by {variable}");
        }
        var fit = raked.LinearRegression(data.Numeric("api00"), RegressionTests.Terms(data, "ell", "meals"));
        fit.Coefficients.Select(c => c.StandardError).ShouldAgree(Oracle.Of($"{name}.raked.glm").Numbers("se"));
        var quantiles = new[] { .25, .5, .75 }.Select(p => raked.Quantile(data.Numeric("api00"), p)).ToList();
        quantiles.Select(q => q.Value).ShouldAgree(Oracle.Of($"{name}.raked.quantile").Numbers("est"));
        quantiles.SelectMany(q => new[] { q.Low!.Value, q.High!.Value }).ShouldAgree(Oracle.Of($"{name}.raked.quantile").Numbers("ci"));
    }

    [Theory, InlineData("clus1"), InlineData("clus1N"), InlineData("strat")]
    public void Calibrations_one_after_another_and_with_a_working_variance_equal_R(string name)
    {
        var data = ApiDesigns.Data(name);
        var types = Margin.Of(data.Categorical("stype"), new Dictionary<string, double> { ["E"] = 4421, ["H"] = 755, ["M"] = 1018 });
        var amount = Auxiliary.Amount(data.Numeric("api99"), 3914069);
        var twice = ApiDesigns.Of(name).PostStratify(types).Design.Calibrate([Auxiliary.Size(6194), amount], new CalibrationOptions { Distance = CalibrationDistance.Raking }).Design;
        var known = Domain.Where(data.Numeric("enroll"), _ => true);
        EstimationTests.Agree(twice, $"{name}.twice.mean", [Statistic.Mean(data.Numeric("api00"), known), Statistic.Mean(data.Numeric("enroll"), known)]);
        var ratio = ApiDesigns.Of(name).Calibrate([amount], new CalibrationOptions { WorkingVariance = data.Numeric("api99") }).Design;
        ratio.Weights.ToArray().ShouldAgree(Oracle.Of($"{name}.ratiocal.weights").Numbers());
        EstimationTests.Agree(ratio, $"{name}.ratiocal.total", [Statistic.Total(data.Numeric("api00"))]);
    }

    [Theory, MemberData(nameof(Designs))]
    public void Differences_of_domains_count_their_covariance(string name)
    {
        var data = ApiDesigns.Data(name);
        var stype = data.Categorical("stype");
        var means = stype.Categories.Select(c => Statistic.Mean(data.Numeric("api00"), Domain.Of(stype, c))).ToList();
        var set = ApiDesigns.Of(name).Estimate(means);
        var oracle = Oracle.Of($"{name}.difference.stype");
        var differences = new[] { set.Combine("H − E", [-1, 1, 0]), set.Combine("M − E", [-1, 0, 1]) };
        differences.Select(d => d.Value).ShouldAgree(oracle.Numbers("est"));
        differences.Select(d => d.StandardError).ShouldAgree(oracle.Numbers("se"));
    }

    public static TheoryData<string> Designs => new(ApiDesigns.Names);

    [Theory, InlineData(LonelyPsu.Remove), InlineData(LonelyPsu.Certainty), InlineData(LonelyPsu.Adjust), InlineData(LonelyPsu.Average)]
    public void Strata_with_one_unit_equal_R_under_each_policy(LonelyPsu policy)
    {
        var (mean, total, design) = Lonely(policy);
        var key = policy.ToString().ToLowerInvariant();
        EstimationTests.Agree(design, $"lonely.{key}.total", [total]);
        EstimationTests.Agree(design, $"lonely.{key}.mean", [mean]);
        var two = ApiDesigns.Data("clus2");
        var staged = SurveyDesign.Create(two.Rows, ApiDesigns.Of("clus2").Description with { LonelyPsu = policy });
        EstimationTests.Agree(staged, $"lonely2.{key}.mean", [Statistic.Mean(two.Numeric("api00"))]);
        if (policy != LonelyPsu.Certainty)
            EstimationTests.Agree(design.Jackknife(), $"lonely.{key}.jkn", [mean]);
    }

    [Fact]
    public void A_stratum_with_one_unit_is_refused_by_name()
    {
        var (mean, _, design) = Lonely(LonelyPsu.Fail);
        var refusal = Should.Throw<SurveyException>(() => design.Estimate(mean));
        (refusal.Error, refusal.Variable, refusal.Category).ShouldBe((SurveyError.LonelyPsu, "stype", "H"));
    }

    [Fact]
    public void Hospitals_municipalities_and_the_textbook_sample_equal_R()
    {
        var hospital = Oracle.Data("hospital", "births", "weighta", "tothosp");
        var hosp = SurveyDesign.Create(hospital.Rows, new DesignDescription
        {
            Strata = [UnitColumn.Of(hospital.Categorical("oblevel"))],
            Clusters = [UnitColumn.Of(hospital.Categorical("hospno"))],
            Weights = hospital.Numeric("weighta"),
            Populations = [hospital.Numeric("tothosp")],
        });
        EstimationTests.Agree(hosp, "hospital.total.births", [Statistic.Total(hospital.Numeric("births"))]);
        EstimationTests.Agree(hosp, "hospital.mean", [Statistic.Mean(hospital.Numeric("births"))]);
        var mu284 = Oracle.Data("mu284", "n1", "n2", "y1");
        var mu = SurveyDesign.Create(mu284.Rows, new DesignDescription
        {
            Clusters = [UnitColumn.Of(mu284.Categorical("id1")), UnitColumn.Of(mu284.Categorical("id2"))],
            Populations = [mu284.Numeric("n1"), mu284.Numeric("n2")],
        });
        EstimationTests.Agree(mu, "mu284.total.y1", [Statistic.Total(mu284.Numeric("y1"))]);
        var fpc = Oracle.Data("fpc", "weight", "x", "Nh");
        var nested = new DesignDescription { Strata = [UnitColumn.Of(fpc.Categorical("stratid"))], Clusters = [UnitColumn.Of(fpc.Categorical("psuid"))], Weights = fpc.Numeric("weight"), Nested = true };
        EstimationTests.Agree(SurveyDesign.Create(fpc.Rows, nested), "fpc.mean.x", [Statistic.Mean(fpc.Numeric("x"))]);
        EstimationTests.Agree(SurveyDesign.Create(fpc.Rows, nested with { Populations = [fpc.Numeric("Nh")] }), "fpc.sizes.total", [Statistic.Total(fpc.Numeric("x"))]);
        Should.Throw<SurveyException>(() => SurveyDesign.Create(fpc.Rows, nested with { Nested = false })).Error.ShouldBe(SurveyError.ClusterNotNested);
    }

    [Fact]
    public void Unequal_probabilities_by_Brewer_and_the_crowded_homes_equal_R()
    {
        var pps = Oracle.Data("election_pps", "Bush", "Kerry", "Nader", "p");
        var design = SurveyDesign.Create(pps.Rows, new DesignDescription { Populations = [pps.Numeric("p")], UnequalProbabilities = true, Weights = Inverse(pps.Numeric("p")) });
        EstimationTests.Agree(design, "election.pps.total", [Statistic.Total(pps.Numeric("Bush")), Statistic.Total(pps.Numeric("Kerry")), Statistic.Total(pps.Numeric("Nader"))]);
        var crowd = Oracle.Data("crowd", "rooms", "person", "weight");
        var homes = SurveyDesign.Create(crowd.Rows, new DesignDescription { Strata = [UnitColumn.Of(crowd.Categorical("stratum"))], Weights = crowd.Numeric("weight") });
        EstimationTests.Agree(homes, "crowd.ratio", [Statistic.Ratio(crowd.Numeric("person"), crowd.Numeric("rooms"))]);
    }

    [Fact]
    public void Joint_probabilities_equal_R()
    {
        var pps = Oracle.Data("election_pps", "Bush", "Kerry", "Nader", "p");
        var totals = new[] { "Bush", "Kerry", "Nader" }.Select(c => Statistic.Total(pps.Numeric(c))).ToList();
        var header = File.ReadLines(Path.Combine(Oracle.Folder, "survey", "data", "election_jointprob.csv")).First().Split(',').Select(h => h.Trim('"')).ToArray();
        var table = Oracle.Data("election_jointprob", header);
        var joint = new double[40, 40];
        for (var i = 0; i < 40; i++)
        {
            for (var j = 0; j < 40; j++)
                joint[i, j] = table.Numeric(header[j]).Values[i];
        }
        EstimationTests.Agree(JointProbabilityDesign.Known(joint), "election.ppsHT.total", totals);
        EstimationTests.Agree(JointProbabilityDesign.Known(joint, JointVariance.YatesGrundy), "election.ppsYG.total", totals);
        EstimationTests.Agree(JointProbabilityDesign.HartleyRao(pps.Numeric("p"), Oracle.Of("election.meansquare").GetDouble()), "election.ppsHR.total", totals);
    }

    [Fact]
    public void Clustered_surveys_with_missing_values_equal_R()
    {
        var (data, design) = AssociationTests.Nhanes();
        EstimationTests.Agree(design, "nhanes.mean.HI_CHOL", [Statistic.Mean(NumericColumn.Indicator(data.Categorical("HI_CHOL"), "1"))]);
        var race = data.Categorical("race");
        var oracle = Oracle.Of("nhanes.ciprop.by");
        var shares = race.Categories.Select(c => Domain.Of(race, c)).Select(group => design.Estimate(
            Statistic.Share(data.Categorical("HI_CHOL"), "1", group), new EstimateOptions { DegreesOfFreedom = design.DegreesOfFreedom(group) })).ToList();
        shares.Select(s => s.Interval!.Value.Low).ShouldAgree(oracle.Numbers("lo"), 1e-6);
        shares.Select(s => s.Interval!.Value.High).ShouldAgree(oracle.Numbers("hi"), 1e-6);
        var yrbs = Oracle.Data("yrbs", "weight");
        var youth = SurveyDesign.Create(yrbs.Rows, new DesignDescription
        {
            Strata = [UnitColumn.Of(yrbs.Categorical("stratum"))],
            Clusters = [UnitColumn.Of(yrbs.Categorical("psu"))],
            Weights = yrbs.Numeric("weight"),
            Nested = true,
        });
        var share = youth.Shares(yrbs.Categorical("qn8"))[0, 0]!;
        share.Value.ShouldAgree(Oracle.Of("yrbs.mean").Numbers("est")[1]);
        share.StandardError.ShouldAgree(Oracle.Of("yrbs.mean").Numbers("se")[1]);
    }

    [Fact]
    public void Ordinal_regression_is_near_the_numeric_derivatives_of_R()
    {
        var data = ApiDesigns.Data("clus1N");
        string[] levels = ["1", "2", "3", "4"];
        var level = CategoricalColumn.FromTexts("level", data.Numeric("api00").Values.ToArray().Select(v => v <= 550 ? "1" : v <= 650 ? "2" : v <= 750 ? "3" : "4").ToList(), levels);
        var fit = ApiDesigns.Of("clus1N").ProportionalOdds(level, RegressionTests.Terms(data, "ell", "meals"));
        var oracle = Oracle.Of("ordinal");
        // optim's gradient stops near 1e-5 and its Hessian comes from finite differences.
        fit.Coefficients.Select(c => c.Value).ShouldAgree(oracle.Numbers("est"), 1e-4);
        fit.Coefficients.Select(c => c.StandardError).ShouldAgree(oracle.Numbers("se"), 1e-3);
        fit.DegreesOfFreedom.ShouldBe(oracle.Numbers("df")[0]);
    }

    [Fact]
    public void Scores_of_needs_equal_R()
    {
        var (data, design) = (ApiDesigns.Data("clus1"), ApiDesigns.Of("clus1"));
        EstimationTests.Agree(design, "borich", [Needs.Borich(data.Numeric("meals"), data.Numeric("ell"))]);
        EstimationTests.Agree(design, "ranked", [Needs.RankedDiscrepancy(data.Numeric("meals"), data.Numeric("ell"))]);
    }

    [Fact]
    public void Adjusted_residuals_and_row_shares_equal_R()
    {
        var (data, design) = (ApiDesigns.Data("clus1"), ApiDesigns.Of("clus1"));
        var table = design.CrossTable(data.Categorical("sch.wide"), data.Categorical("stype"));
        var test = table.Association();
        new[] { test.AdjustedResiduals[0, 0]!.Value, test.AdjustedResiduals[1, 2]!.Value }.ShouldAgree(Oracle.Of("residuals").Numbers("z"));
        var shares = table.RowShares();
        var byColumn = Enumerable.Range(0, 3).SelectMany(j => Enumerable.Range(0, 2).Select(i => shares[i, j]!)).ToList();
        byColumn.Select(s => s.Value).ShouldAgree(Oracle.Of("tworow.percent").Numbers("est"));
        byColumn.Select(s => s.StandardError).ShouldAgree(Oracle.Of("tworow.percent").Numbers("se"));
    }

    [Fact]
    public void Half_samples_with_the_matrix_of_R_equal_R()
    {
        var data = Oracle.Data("scd", "arrests", "alive");
        var ratio = Statistic.Ratio(data.Numeric("alive"), data.Numeric("arrests"));
        var columns = Oracle.Of("scd.brr.hadamard").EnumerateArray().Select((c, i) => new NumericColumn($"r{i}", c.Numbers())).ToList();
        var given = ReplicateDesign.Given(new NumericColumn("w", new double[] { 1, 1, 1, 1, 1, 1 }), columns, new ReplicateScaling(1.0 / columns.Count));
        EstimationTests.Agree(given, "scd.as.BRR.ratio", [ratio]);
        var rows = Oracle.Of("scd.fay.matrix").EnumerateArray().Select(r => r.Numbers()).ToArray();
        var matrix = new int[rows.Length, rows[0].Length];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < rows[i].Length; j++)
                matrix[i, j] = (int)rows[i][j];
        }
        var design = SurveyDesign.Create(data.Rows, new DesignDescription
        {
            Strata = [UnitColumn.Of(data.Categorical("ESA"))],
            Clusters = [UnitColumn.Of(data.Categorical("ambulance"))],
            Nested = true,
        });
        EstimationTests.Agree(design.BalancedHalfSamples(0.3, matrix), "scd.fay.given", [ratio]);
    }

    private static NumericColumn Inverse(NumericColumn p) => new("w", p.Values.ToArray().Select(v => 1 / v).ToArray());

    private static (Statistic Mean, Statistic Total, SurveyDesign Design) Lonely(LonelyPsu policy)
    {
        var data = ApiDesigns.Data("strat");
        var stype = data.Categorical("stype");
        var first = Enumerable.Range(0, data.Rows).First(row => stype[row] == 1);
        var kept = Enumerable.Range(0, data.Rows).Where(row => stype[row] != 1 || row == first).ToArray();
        var api = new NumericColumn("api00", kept.Select(r => data.Numeric("api00").Values[r]).ToArray());
        var design = SurveyDesign.Create(kept.Length, new DesignDescription
        {
            Weights = new NumericColumn("pw", kept.Select(r => data.Numeric("pw").Values[r]).ToArray()),
            Strata = [UnitColumn.Of("stype", kept.Select(r => stype.Categories[stype[r]]).ToList())],
            LonelyPsu = policy,
        });
        return (Statistic.Mean(api), Statistic.Total(api), design);
    }
}
