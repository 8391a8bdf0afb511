namespace Diapason.Statistics.Tests;

public sealed class ReplicationTests
{
    public static TheoryData<string> Kinds => new("JK1", "JKn", "JKnN");

    [Theory, MemberData(nameof(Kinds))]
    public void Jackknife_equals_R(string kind)
    {
        var (name, design) = Api(kind);
        var data = ApiDesigns.Data(name);
        var meta = Oracle.Of($"rep.{kind}.meta");
        design.Replicates.ShouldBe((int)meta.Numbers("nrep")[0]);
        design.DegreesOfFreedom().ShouldBe(meta.Numbers("degf")[0]);
        EstimationTests.Agree(design, $"rep.{kind}.mean", [Statistic.Mean(data.Numeric("api00")), .. Statistic.Shares(data.Categorical("stype"))]);
        EstimationTests.Agree(design, $"rep.{kind}.total", [Statistic.Total(data.Numeric("enroll"))]);
        var oracle = Oracle.Of($"rep.{kind}.quantile");
        var quantiles = new[] { .25, .5, .75 }.Select(p => design.Quantile(data.Numeric("api00"), p, null, new QuantileOptions { AsInR = true })).ToList();
        quantiles.Select(q => q.Value).ShouldAgree(oracle.Numbers("est"));
        quantiles.Select(q => q.StandardError!.Value).ShouldAgree(oracle.Numbers("se"));
        var test = design.CrossTable(data.Categorical("sch.wide"), data.Categorical("stype")).Association().RaoScott;
        test.Value.ShouldAgree(Oracle.Of($"rep.{kind}.chisq.F").Numbers("statistic")[0]);
        test.PValue.ShouldAgree(Oracle.Of($"rep.{kind}.chisq.F").Numbers("p")[0]);
    }

    [Fact]
    public void Jackknife_and_half_samples_of_a_clustered_survey_equal_R()
    {
        var (data, design) = AssociationTests.Nhanes();
        var indicator = NumericColumn.Indicator(data.Categorical("HI_CHOL"), "1");
        EstimationTests.Agree(design.Jackknife(), "rep.nhJKn.mean", [Statistic.Mean(indicator)]);
        design.Jackknife().DegreesOfFreedom().ShouldBe(Oracle.Of("rep.nhJKn.meta").Numbers("degf")[0]);
        EstimationTests.Agree(design.BalancedHalfSamples(), "rep.nhBRR.mean", [Statistic.Mean(indicator)]);
        design.BalancedHalfSamples().DegreesOfFreedom().ShouldBe(Oracle.Of("rep.nhBRR.meta").Numbers("degf")[0]);
    }

    [Fact]
    public void Half_samples_agree_with_linearisation_for_a_total_when_strata_have_two_units()
    {
        var (data, design) = Pairs();
        var total = Statistic.Total(data.Numeric("alive"));
        var linear = design.Estimate(total).StandardError;
        design.BalancedHalfSamples().Estimate(total).StandardError.ShouldAgree(linear);
        design.BalancedHalfSamples(0.3).Estimate(total).StandardError.ShouldAgree(linear);
        design.Jackknife().Estimate(total).StandardError.ShouldAgree(linear);
    }

    [Fact]
    public void Ratios_of_the_ambulance_study_equal_R()
    {
        var (data, design) = Pairs();
        var ratio = Statistic.Ratio(data.Numeric("alive"), data.Numeric("arrests"));
        EstimationTests.Agree(design, "scd.lin.ratio", [ratio]);
        EstimationTests.Agree(design.Jackknife(), "scd.as.JKn.ratio", [ratio]);
        EstimationTests.Agree(design.BalancedHalfSamples(), "scd.as.BRR.ratio", [ratio]);
        EstimationTests.Agree(design.BalancedHalfSamples(0.3), "scd.as.Fay.ratio", [ratio]);
        double[][] given = [[2, 0, 2, 0, 2, 0], [2, 0, 0, 2, 0, 2], [0, 2, 2, 0, 0, 2], [0, 2, 0, 2, 2, 0]];
        var weights = new NumericColumn("one", new double[] { 1, 1, 1, 1, 1, 1 });
        var replicates = given.Select((g, i) => new NumericColumn($"r{i}", g)).ToList();
        EstimationTests.Agree(ReplicateDesign.Given(weights, replicates, new ReplicateScaling(0.25), true), "scd.brr.ratio", [ratio]);
    }

    [Theory, InlineData("bootstrap"), InlineData("subbootstrap")]
    public void Given_bootstrap_weights_equal_R(string kind)
    {
        var data = ApiDesigns.Data("strat");
        var meta = Oracle.Of($"rep.{kind}.meta");
        var design = ReplicateDesign.Given(data.Numeric("pw"), Weights($"apistrat_{kind}_repweights"), new ReplicateScaling(meta.Numbers("scale")[0]));
        EstimationTests.Agree(design, $"rep.{kind}.mean", [Statistic.Mean(data.Numeric("api00")), .. Statistic.Shares(data.Categorical("stype"))]);
        EstimationTests.Agree(design, $"rep.{kind}.total", [Statistic.Total(data.Numeric("enroll"))]);
    }

    [Fact]
    public void Given_multistage_bootstrap_weights_equal_R()
    {
        var data = ApiDesigns.Data("strat");
        var replicates = Weights("apistrat_mrbbootstrap_repweights");
        var design = ReplicateDesign.Given(data.Numeric("pw"), replicates, new ReplicateScaling(1, Enumerable.Repeat(1.0 / (replicates.Count - 1), replicates.Count).ToArray()));
        EstimationTests.Agree(design, "rep.mrbbootstrap.mean", [Statistic.Mean(data.Numeric("api00"))]);
    }

    [Fact]
    public void Our_rescaled_bootstrap_sees_the_finite_population()
    {
        var (data, design) = (ApiDesigns.Data("clus1"), ApiDesigns.Of("clus1"));
        var census = new NumericColumn("N", Enumerable.Repeat(20.0, data.Rows).ToArray());
        var small = SurveyDesign.Create(data.Rows, design.Description with { Populations = [census] });
        var mean = Statistic.Mean(data.Numeric("api00"));
        var linear = small.Estimate(mean).StandardError;
        small.RaoWu(2000, new Random(5), null, true).Estimate(mean).StandardError.ShouldBeInRange(linear * 0.9, linear * 1.1);
    }

    [Fact]
    public void Raking_repeated_in_every_replicate_equals_R()
    {
        var (name, design) = Api("JK1");
        var data = ApiDesigns.Data(name);
        EstimationTests.Agree(design.Reweight(d => RakingTests.Rake(d, data).Design), "rep.JK1.rake.mean", [Statistic.Mean(data.Numeric("api00"))]);
    }

    [Fact]
    public void Our_bootstraps_are_near_linearisation_and_follow_their_seed()
    {
        var (data, design) = (ApiDesigns.Data("stratN"), ApiDesigns.Of("stratN"));
        var mean = Statistic.Mean(data.Numeric("api00"));
        var linear = design.Estimate(mean).StandardError;
        foreach (var make in new Func<Random, ReplicateDesign>[] { r => design.RaoWu(2000, r), r => design.RaoWu(2000, r, n => n / 2), r => design.CantyDavison(2000, r) })
        {
            var error = make(new Random(1)).Estimate(mean).StandardError;
            error.ShouldBeInRange(linear * 0.93, linear * 1.07);
            make(new Random(1)).Estimate(mean).StandardError.ShouldBe(error);
        }
    }

    [Fact]
    public void The_scales_of_the_bootstraps_equal_R()
    {
        var design = ApiDesigns.Of("stratN");
        design.RaoWu(50, new Random(1)).Scaling.Scale.ShouldAgree(Oracle.Of("rep.subbootstrap.meta").Numbers("scale")[0]);
        design.CantyDavison(50, new Random(1)).Scaling.Scale.ShouldAgree(Oracle.Of("rep.bootstrap.meta").Numbers("scale")[0]);
    }

    [Fact]
    public void Shares_by_segment_under_replicates_equal_one_by_one_estimates()
    {
        var data = ApiDesigns.Data("clus1");
        var design = ApiDesigns.Of("clus1").Jackknife();
        var (question, segment) = (data.Categorical("awards"), data.Categorical("sch.wide"));
        var table = design.Shares(question, segment);
        for (var s = 0; s < 2; s++)
        {
            var one = design.Estimate(Statistic.Share(question, "Yes", Domain.Of(segment, s)));
            var cell = table[s, 1]!;
            cell.StandardError.ShouldAgree(one.StandardError, 1e-12);
            (cell.N, cell.DegreesOfFreedom).ShouldBe((one.N, one.DegreesOfFreedom));
            cell.Interval!.Value.High.ShouldAgree(one.Interval!.Value.High, 1e-12);
        }
    }

    private static List<NumericColumn> Weights(string file)
    {
        var header = File.ReadLines(Path.Combine(Oracle.Folder, "survey", "data", file + ".csv")).First().Split(',').Select(h => h.Trim('"')).ToArray();
        var data = Oracle.Data(file, header);
        return header.Select(data.Numeric).ToList();
    }

    private static (string Name, ReplicateDesign Design) Api(string kind)
    {
        var name = kind switch { "JK1" => "clus1", "JKn" => "strat", _ => "stratN" };
        return (name, ApiDesigns.Of(name).Jackknife());
    }

    private static (SurveyData Data, SurveyDesign Design) Pairs()
    {
        var data = Oracle.Data("scd", "arrests", "alive");
        return (data, SurveyDesign.Create(data.Rows, new DesignDescription
        {
            Strata = [UnitColumn.Of(data.Categorical("ESA"))],
            Clusters = [UnitColumn.Of(data.Categorical("ambulance"))],
            Nested = true,
        }));
    }
}
