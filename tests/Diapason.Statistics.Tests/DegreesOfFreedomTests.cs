namespace Diapason.Statistics.Tests;

/// <summary>One default everywhere: the units with someone in the base, less the strata they are in.</summary>
public sealed class DegreesOfFreedomTests
{
    [Fact]
    public void Reweighting_replicates_adds_no_degree_of_freedom()
    {
        // 27 units in 6 strata: 21. R 4.1 takes the rank of the weights after calibration, 26.
        var strata = Enumerable.Range(0, 27).SelectMany(u => Enumerable.Repeat(u < 15 ? u / 5 : 3 + ((u - 15) / 4), 6)).ToArray();
        var units = Enumerable.Range(0, 27).SelectMany(u => Enumerable.Repeat(u, 6)).ToArray();
        var random = new Random(1);
        var region = new CategoricalColumn("region", ["n", "s"], units.Select(_ => (byte)random.Next(2)).ToArray());
        var design = SurveyDesign.Create(units.Length, new DesignDescription
        {
            Weights = new NumericColumn("w", units.Select(_ => 1 + random.NextDouble()).ToArray()),
            Strata = [UnitColumn.Of("h", strata)],
            Clusters = [UnitColumn.Of("psu", units)],
        });
        WeightingResult Rake(SurveyDesign d) => d.Rake([Margin.Of(region, new Dictionary<string, double> { ["n"] = 350, ["s"] = 250 })]);
        var replicates = design.Jackknife();
        var once = replicates.Reweight(d => Rake(d).Design);
        var twice = once.Reweight(d => Rake(d).Design);
        foreach (var own in new[] { replicates, once, twice })
        {
            own.DegreesOfFreedom().ShouldBe(21);
            own.DegreesOfFreedom(Domain.Of(region, "n")).ShouldBe(21);
            own.Estimate(Statistic.Share(region, "n")).DegreesOfFreedom.ShouldBe(21);
            own.DegreesOfFreedom(Domain.Where("two strata", strata.Select(h => h < 2).ToArray())).ShouldBe(8);
        }
        var refusal = Should.Throw<SurveyException>(() => replicates.Reweight(d => d.Weights[0] == 0 ? d.Trim(new TrimmingOptions { Lower = 1, Upper = 1.01 }).Design : d));
        refusal.Message.ShouldStartWith("In replicate 0:");
    }

    [Fact]
    public void A_mean_against_a_value_and_a_paired_test_have_n_less_one()
    {
        var (before, after) = (new NumericColumn("before", new[] { 3, 5, 4, 6, 8.0 }), new NumericColumn("after", new[] { 4, 7, 4, 9, 9.0 }));
        var design = SurveyDesign.Create(5);
        design.CompareMean(before, 4).DegreesOfFreedom.ShouldBe(4);
        // t.test(after, before, paired = TRUE) in R: t = 2.7456, df = 4, p = 0.05161.
        var paired = design.ComparePaired(before, after);
        (paired.DegreesOfFreedom, paired.Value).ShouldBe((4, 1.4));
        (paired.Value / paired.StandardError).ShouldAgree(2.745626, 1e-6);
        paired.PValue!.Value.ShouldAgree(0.05161, 1e-3);
        // A missing answer takes one away; a single one leaves none.
        design.CompareMean(new NumericColumn("some", new[] { 3, 5, double.NaN, 6, 8 }), 4).DegreesOfFreedom.ShouldBe(3);
        design.CompareMeans(before, Domain.Where("first", [true, true, false, false, false]), Domain.Where("rest", [false, false, true, true, true])).DegreesOfFreedom.ShouldBe(3);
    }

    [Fact]
    public void Every_figure_counts_the_units_with_someone_in_its_base()
    {
        var units = Enumerable.Range(0, 40).Select(r => r / 4).ToArray();
        var strata = units.Select(u => u / 5).ToArray();
        var random = new Random(2);
        // Nobody answers in three units of the first stratum.
        var answered = Domain.Where("answered", units.Select(u => u > 2).ToArray());
        var y = new NumericColumn("y", units.Select(_ => random.NextDouble()).ToArray()).Within(answered);
        var q = new CategoricalColumn("q", ["no", "yes"], units.Select(_ => (byte)random.Next(2)).ToArray()).Within(answered);
        var g = new CategoricalColumn("g", ["a", "b"], units.Select((_, r) => (byte)(r % 2)).ToArray());
        var design = SurveyDesign.Create(40, new DesignDescription { Strata = [UnitColumn.Of("h", strata)], Clusters = [UnitColumn.Of("psu", units)] });
        // Replicates of a part of a stratum are not tied by its mean: their rank is that of the units.
        foreach (var (own, expected) in new (IDesign, double)[] { (design, 5), (design.Jackknife(), 6) })
        {
            own.DegreesOfFreedom().ShouldBe(8);
            own.Estimate(Statistic.Mean(y)).DegreesOfFreedom.ShouldBe(expected);
            own.Estimate(Statistic.Share(q, "yes", Domain.Of(g, "a"))).DegreesOfFreedom.ShouldBe(expected);
            own.Quantile(y, 0.5).DegreesOfFreedom.ShouldBe(expected);
            own.CompareMean(y, 0.5).DegreesOfFreedom.ShouldBe(expected);
            own.CrossTable(g, q).RowShares()[0, 1]!.DegreesOfFreedom.ShouldBe(expected);
            own.CrossTable(g, q).Association().AdjustedWald!.DenominatorDegrees.ShouldBe(expected);
        }
        design.Shares(q, g)[0, 1]!.DegreesOfFreedom.ShouldBe(5);
        design.Jackknife().Shares(q, g)[0, 1]!.DegreesOfFreedom.ShouldBe(6);
        SurveyDesign.Create(40, new DesignDescription { Strata = [UnitColumn.Of("h", strata)] }).Shares(q, g)[0, 1]!.DegreesOfFreedom.ShouldBe(12);
    }

    [Fact]
    public void One_empty_replicate_of_a_group_refuses_that_group_alone()
    {
        var units = Enumerable.Range(0, 30).Select(r => r / 3).ToArray();
        // Everyone of the rare group is in the first unit: the replicate without it has nobody.
        var group = new CategoricalColumn("group", ["common", "rare"], units.Select(u => (byte)(u == 0 ? 1 : 0)).ToArray());
        var q = new CategoricalColumn("q", ["no", "yes"], units.Select((_, r) => (byte)(r * 7 % 5 % 2)).ToArray());
        var design = SurveyDesign.Create(30, new DesignDescription { Clusters = [UnitColumn.Of("psu", units)] }).Jackknife();
        var table = design.Shares(q, group);
        table[0, 1].ShouldNotBeNull();
        table[1, 1].ShouldBeNull();
        table.Refusal(0).ShouldBeNull();
        (table.Refusal(1)!.Error, table.Refusal(1)!.Category).ShouldBe((SurveyError.EmptyDomain, "rare"));
        var by = design.EstimateBy(group, d => Statistic.Share(q, "yes", d));
        by[0]!.StandardError.ShouldAgree(table[0, 1]!.StandardError, 1e-12);
        by[1].ShouldBeNull();
        var rows = design.CrossTable(group, q).RowShares();
        (rows[0, 1] is not null, rows[1, 1] is null).ShouldBe((true, true));
        Should.Throw<SurveyException>(() => design.Estimate(Statistic.Share(q, "yes", Domain.Of(group, "rare")))).Error.ShouldBe(SurveyError.EmptyDomain);
    }
}
