namespace Diapason.Statistics.Tests;

/// <summary>A figure is good only when its variation was measured and found small.</summary>
public sealed class ReliabilityTests
{
    private static readonly CategoricalColumn Answer = CategoricalColumn.FromTexts("answer", ["yes", "yes", "no", "yes", "no", "yes", "no", "no", "yes", "yes", "no", "yes"]);
    private static readonly CategoricalColumn Place = CategoricalColumn.FromTexts("place", ["a", "a", "a", "b", "b", "b", "b", "b", "b", "b", "b", "b"]);
    private static readonly SurveyDesign Clustered = SurveyDesign.Create(12, new DesignDescription { Clusters = [UnitColumn.Of("psu", [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4])] });

    [Fact]
    public void A_domain_in_a_single_unit_is_never_good()
    {
        // R's formula gives it an error all the same: that of its total between units with none of it.
        var many = NumericColumn.Indicator(Answer, "yes");
        foreach (var options in new[] { new EstimateOptions(), new EstimateOptions { DegreesOfFreedom = double.PositiveInfinity } })
        {
            foreach (var estimate in new[] { Clustered.Estimate(Statistic.Share(Answer, "yes", Domain.Of(Place, "a")), options), Clustered.Shares(Answer, Place, options)[0, 1]!, Clustered.Estimate(Statistic.Total(many, Domain.Of(Place, "a")), options) })
                (estimate.Cv, estimate.Reliability, estimate.Mark).ShouldBe((null, Reliability.Unreliable, "**"));
        }
        // The domain reaches four units, those with an answer one.
        var answered = Answer.Within(Domain.Where("first three", Enumerable.Range(0, 12).Select(r => r < 3).ToArray()));
        foreach (var estimate in new[] { Clustered.Estimate(Statistic.Share(answered, "yes")), Clustered.Shares(answered)[0, 1]!, Clustered.Jackknife().Estimate(Statistic.Total(many.Within(Domain.Of(Place, "a")))) })
            (estimate.Cv, estimate.DegreesOfFreedom, estimate.Mark).ShouldBe((null, 0, "**"));
    }

    [Fact]
    public void An_error_of_zero_is_never_good()
    {
        var all = CategoricalColumn.FromTexts("all", Enumerable.Repeat("yes", 12).ToList(), ["yes", "no"]);
        foreach (var estimate in new[] { Clustered.Estimate(Statistic.Share(all, "yes")), Clustered.Shares(all)[0, 0]! })
            (estimate.StandardError, estimate.Cv, estimate.Mark).ShouldBe((0, null, "**"));
        var data = ApiDesigns.Data("clus1");
        var raked = RakingTests.Rake(ApiDesigns.Of("clus1"), data).Design;
        foreach (var estimate in new[] { raked.Estimate(Statistic.Share(data.Categorical("stype"), "H")), raked.Shares(data.Categorical("stype"))[0, 1]! })
            (estimate.Cv, estimate.Reliability).ShouldBe((null, Reliability.Unreliable));
    }

    [Fact]
    public void A_small_error_that_was_measured_stays_good()
    {
        var data = ApiDesigns.Data("srs");
        var estimate = ApiDesigns.Of("srs").Estimate(Statistic.Mean(data.Numeric("api00")));
        estimate.Cv.ShouldNotBeNull().ShouldBeLessThan(0.15);
        estimate.Reliability.ShouldBe(Reliability.Good);
    }
}
