namespace Diapason.Statistics.Tests;

public sealed class RakingTests
{
    private static readonly Dictionary<string, double> Types = new() { ["E"] = 4421, ["H"] = 755, ["M"] = 1018 };
    private static readonly Dictionary<string, double> Schoolwide = new() { ["No"] = 1072, ["Yes"] = 5122 };

    [Theory, InlineData("clus1"), InlineData("clus1N"), InlineData("strat")]
    public void Raked_weights_equal_R(string name)
    {
        var data = ApiDesigns.Data(name);
        var raked = Rake(ApiDesigns.Of(name), data);
        // R's own stopping rule bears on the change of the table, at 1e-12 of the total.
        raked.Design.Weights.ToArray().ShouldAgree(Oracle.Of($"{name}.rake.weights").Numbers(), 1e-9, "weights");
        raked.Report.Total.ShouldAgree(6194);
        raked.Report.Margins.ShouldAllBe(m => m.LargestGap <= 1e-10);
    }

    [Theory, InlineData("clus1"), InlineData("strat")]
    public void Raked_errors_are_near_the_approximation_of_R_rake(string name)
    {
        var data = ApiDesigns.Data(name);
        var estimate = Rake(ApiDesigns.Of(name), data).Design.Estimate(Statistic.Mean(data.Numeric("api00")));
        estimate.StandardError.ShouldAgree(Oracle.Of($"{name}.rake.mean.api00").Numbers("se")[0], 1e-3);
    }

    [Fact]
    public void Names_the_category_without_a_respondent()
    {
        var data = ApiDesigns.Data("clus1");
        var stype = data.Categorical("stype");
        var more = new CategoricalColumn("stype", ["E", "H", "M", "K"], stype.Codes.ToArray());
        var margin = Margin.Of(more, new Dictionary<string, double>(Types) { ["K"] = 10 });
        var refusal = Should.Throw<SurveyException>(() => ApiDesigns.Of("clus1").Rake([margin]));
        (refusal.Error, refusal.Variable, refusal.Category).ShouldBe((SurveyError.EmptyMarginCategory, "stype", "K"));
        var collapsed = ApiDesigns.Of("clus1").Rake([margin], new RakingOptions { EmptyCategory = EmptyCategory.Collapse });
        collapsed.Report.Collapsed.ShouldHaveSingleItem().ShouldBe(new CollapsedCategory("stype", "K", "H", 10));
        collapsed.Report.Total.ShouldAgree(6204);
    }

    [Fact]
    public void Refuses_margins_that_disagree()
    {
        var data = ApiDesigns.Data("clus1");
        var wrong = Margin.Of(data.Categorical("sch.wide"), new Dictionary<string, double> { ["No"] = 1000, ["Yes"] = 5122 });
        var refusal = Should.Throw<SurveyException>(() => ApiDesigns.Of("clus1").Rake([Margin.Of(data.Categorical("stype"), Types), wrong]));
        (refusal.Error, refusal.Variable).ShouldBe((SurveyError.MarginsDisagree, "sch.wide"));
    }

    [Fact]
    public void Margins_that_no_weights_can_meet_are_refused_as_not_converging()
    {
        // Everyone in a is in x: a cannot weigh 60 % while x weighs 50 %.
        var first = CategoricalColumn.FromTexts("first", ["a", "a", "b", "b"]);
        var second = CategoricalColumn.FromTexts("second", ["x", "x", "x", "y"]);
        var margins = new[] { Margin.Of(first, new Dictionary<string, double> { ["a"] = 60, ["b"] = 40 }), Margin.Of(second, new Dictionary<string, double> { ["x"] = 50, ["y"] = 50 }) };
        var refusal = Should.Throw<SurveyException>(() => SurveyDesign.Create(4).Rake(margins));
        refusal.Error.ShouldBe(SurveyError.NotConverged);
        refusal.Variable.ShouldBe("first");
    }

    [Fact]
    public void Rows_missing_on_a_margin_are_refused_or_keep_their_share()
    {
        var column = CategoricalColumn.FromTexts("age", ["young", "old", null, "old"]);
        var margin = Margin.Of(column, new Dictionary<string, double> { ["young"] = 60, ["old"] = 40 });
        Should.Throw<SurveyException>(() => SurveyDesign.Create(4).Rake([margin])).Variable.ShouldBe("age");
        var kept = SurveyDesign.Create(4).Rake([margin], new RakingOptions { MissingMargin = MissingMargin.KeepShare });
        kept.Design.Weights.ToArray().ShouldAgree([45, 15, 25, 15]);
    }

    [Fact]
    public void Crossed_margins_are_met_beside_simple_ones()
    {
        var data = ApiDesigns.Data("clus1");
        var (type, wide, awards) = (data.Categorical("stype"), data.Categorical("sch.wide"), data.Categorical("awards"));
        var crossed = Margin.Crossed([type, wide], [(["E", "No"], 400), (["E", "Yes"], 4021), (["H", "No"], 400), (["H", "Yes"], 355), (["M", "No"], 272), (["M", "Yes"], 746)]);
        var simple = Margin.Of(awards, new Dictionary<string, double> { ["No"] = 2000, ["Yes"] = 4194 });
        var raked = ApiDesigns.Of("clus1").Rake([crossed, simple]).Design;
        raked.Estimate(Statistic.Count(wide, "Yes", Domain.Of(type, "H"))).Value.ShouldAgree(355, 1e-8);
        raked.Estimate(Statistic.Count(awards, "Yes")).Value.ShouldAgree(4194, 1e-8);
        raked.Estimate(Statistic.Count(awards, "Yes")).StandardError.ShouldBeLessThan(1e-6);
    }

    internal static WeightingResult Rake(SurveyDesign design, SurveyData data) =>
        design.Rake([Margin.Of(data.Categorical("stype"), Types), Margin.Of(data.Categorical("sch.wide"), Schoolwide)], new RakingOptions { Tolerance = 1e-13 });
}
