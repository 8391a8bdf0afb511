namespace Diapason.Statistics.Tests;

public sealed class EstimationTests
{
    private static readonly EstimateOptions Normal = new() { DegreesOfFreedom = double.PositiveInfinity, Proportion = IntervalMethod.Student };

    public static TheoryData<string> Designs => new(ApiDesigns.Names);

    [Theory, MemberData(nameof(Designs))]
    public void Means_equal_R_with_covariance_interval_and_design_effect(string name)
    {
        var data = ApiDesigns.Data(name);
        Agree(ApiDesigns.Of(name), $"{name}.mean.api00_api99_enroll", Means(data));

        List<Statistic> Means(SurveyData d)
        {
            // R drops the rows missing on any of the three variables.
            var complete = Domain.Where(d.Numeric("enroll"), _ => true);
            return [Statistic.Mean(d.Numeric("api00"), complete), Statistic.Mean(d.Numeric("api99"), complete), Statistic.Mean(d.Numeric("enroll"), complete)];
        }
    }

    [Theory, MemberData(nameof(Designs))]
    public void Shares_equal_R(string name) => Agree(ApiDesigns.Of(name), $"{name}.mean.stype", Statistic.Shares(ApiDesigns.Data(name).Categorical("stype")));

    [Theory, MemberData(nameof(Designs))]
    public void Totals_equal_R(string name)
    {
        var data = ApiDesigns.Data(name);
        Agree(ApiDesigns.Of(name), $"{name}.total.enroll", [Statistic.Total(data.Numeric("enroll"))]);
        var stype = data.Categorical("stype");
        Agree(ApiDesigns.Of(name), $"{name}.total.stype", stype.Categories.Select(c => Statistic.Count(stype, c)).ToList());
    }

    [Theory, MemberData(nameof(Designs))]
    public void Ratios_and_variances_equal_R(string name)
    {
        var data = ApiDesigns.Data(name);
        var design = ApiDesigns.Of(name);
        Agree(design, $"{name}.ratio.apistu_enroll", [Statistic.Ratio(data.Numeric("api.stu"), data.Numeric("enroll"))]);
        Agree(design, $"{name}.var.api00", [Statistic.Variance(data.Numeric("api00"))]);
    }

    [Theory, MemberData(nameof(Designs))]
    public void Domains_equal_R(string name)
    {
        var data = ApiDesigns.Data(name);
        var design = ApiDesigns.Of(name);
        var stype = data.Categorical("stype");
        foreach (var (key, statistic) in new (string, Func<Domain, Statistic>)[] { ("mean.api00", d => Statistic.Mean(data.Numeric("api00"), d)), ("total.enroll", d => Statistic.Total(data.Numeric("enroll"), d)) })
        {
            var oracle = Oracle.Of($"{name}.by.stype.{key}");
            var estimates = stype.Categories.Select(c => design.Estimate(statistic(Domain.Of(stype, c)))).ToList();
            estimates.Select(e => e.Value).ShouldAgree(oracle.Numbers("est"), what: key);
            estimates.Select(e => e.StandardError).ShouldAgree(oracle.Numbers("se"), what: key + " se");
        }
    }

    [Fact]
    public void An_estimate_by_category_is_null_where_nobody_is()
    {
        var data = ApiDesigns.Data("clus1");
        var stype = data.Categorical("stype");
        var more = new CategoricalColumn("stype", ["E", "H", "M", "K"], stype.Codes.ToArray());
        var means = ApiDesigns.Of("clus1").EstimateBy(more, d => Statistic.Mean(data.Numeric("api00"), d));
        means[3].ShouldBeNull();
        means.Take(3).Select(m => m!.StandardError).ShouldAgree(Oracle.Of("clus1.by.stype.mean.api00").Numbers("se"));
    }

    [Theory, MemberData(nameof(Designs))]
    public void Intervals_of_a_proportion_equal_R(string name)
    {
        var awards = ApiDesigns.Data(name).Categorical("awards");
        foreach (var (method, key, tolerance) in new[]
        {
            (IntervalMethod.Student, "mean", 1e-9), (IntervalMethod.Logit, "xlogit", 1e-9), (IntervalMethod.Arcsine, "asin", 1e-9), (IntervalMethod.Beta, "beta", 1e-9),
            // R fits a logistic model here and stops at 1e-8.
            (IntervalMethod.Logit, "logit", 1e-6),
        })
        {
            var estimate = ApiDesigns.Of(name).Estimate(Statistic.Share(awards, "Yes"), new EstimateOptions { Proportion = method });
            var oracle = Oracle.Of($"{name}.ciprop.awards.{key}");
            estimate.Value.ShouldAgree(oracle.Numbers("est")[0], tolerance, key);
            new[] { estimate.Interval!.Value.Low, estimate.Interval.Value.High }.ShouldAgree(oracle.Numbers("ci"), tolerance, $"{name} {key}");
        }
    }

    [Theory, MemberData(nameof(Designs))]
    public void Degrees_of_freedom_equal_R(string name) => ApiDesigns.Of(name).DegreesOfFreedom().ShouldBe(Oracle.Of($"{name}.degf").GetDouble());

    internal static void Agree(IDesign design, string key, IReadOnlyList<Statistic> statistics, double tolerance = 1e-9)
    {
        var oracle = Oracle.Of(key);
        var set = design.Estimate(statistics, Normal);
        set.Estimates.Select(e => e.Value).ShouldAgree(oracle.Numbers("est"), tolerance, key);
        set.Estimates.Select(e => e.StandardError).ShouldAgree(oracle.Numbers("se"), tolerance, key + " se");
        if (oracle.TryGetProperty("vcov", out var vcov))
            set.Covariance.Cast<double>().ShouldAgree(vcov.Numbers(), tolerance, key + " vcov");
        if (oracle.TryGetProperty("ci", out var ci))
            set.Estimates.SelectMany(e => new[] { e.Interval!.Value.Low, e.Interval.Value.High }).ShouldAgree(ci.Numbers(), tolerance, key + " ci");
        if (oracle.TryGetProperty("deff", out var deff))
        {
            // R gives the ratio of two matrices: the diagonal is the design effect.
            var numbers = deff.Numbers();
            var p = statistics.Count;
            set.Estimates.Select(e => e.DesignEffect!.Value).ShouldAgree(numbers.Length == p ? numbers : Enumerable.Range(0, p).Select(j => numbers[j * (p + 1)]).ToArray(), tolerance, key + " deff");
        }
    }
}
