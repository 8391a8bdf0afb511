using System.Text.Json;

namespace Diapason.Statistics.Tests;

/// <summary>A sector survey with strata and population sizes at every stage, missing answers, domains and calibrations, against R.</summary>
public sealed class TwoStageTests
{
    private static readonly EstimateOptions Normal = new() { DegreesOfFreedom = double.PositiveInfinity, Proportion = IntervalMethod.Student };
    private static readonly QuantileOptions Hf7 = new() { Rule = QuantileRule.Hf7, AsInR = true };
    private static readonly SurveyData Data = Oracle.DataOf("twostage", "sector", "w", "x", "y", "b", "c", "Nh", "Nf", "Np", "fh", "ff");

    public static TheoryData<string> Designs => new("two", "fractions", "three", "replace", "derived", "element");

    private static CategoricalColumn Q => Data.Categorical("q");

    private static CategoricalColumn Level => Data.Categorical("lev");

    private static CategoricalColumn R => Data.Categorical("r");

    private static NumericColumn X => Data.Numeric("x");

    private static NumericColumn Y => Data.Numeric("y");

    private static Domain Sub => Domain.Of(R, "n").And(Domain.Of(Data.Categorical("h"), "3").Not());

    [Theory, MemberData(nameof(Designs))]
    public void Estimates_and_design_effects_equal_R(string name)
    {
        var design = Design(name);
        var known = Domain.Where(Y, _ => true);
        Agree(design, $"{name}.mean", [Statistic.Mean(X, known), Statistic.Mean(Y, known)]);
        Agree(design, $"{name}.mean.replace", [Statistic.Mean(X)], withReplacement: true);
        Agree(design, $"{name}.total", [Statistic.Total(Y)]);
        Agree(design, $"{name}.ratio", [Statistic.Ratio(Y, X)]);
        Agree(design, $"{name}.var", [Statistic.Variance(Y)]);
    }

    [Theory, MemberData(nameof(Designs))]
    public void Domains_equal_R(string name)
    {
        var design = Design(name);
        design.DegreesOfFreedom(Sub).ShouldBe(Of($"{name}.sub.degf").GetDouble());
        Agree(design, $"{name}.sub.mean", [Statistic.Mean(Y, Sub)]);
        Interval(design, $"{name}.sub.prop", Statistic.Share(Q, "a", Sub), IntervalMethod.Logit);
        Interval(design, $"{name}.sub.beta", Statistic.Share(Level, "mid", Sub), IntervalMethod.Beta);
        var quantiles = new[] { .2, .5, .8 }.Select(p => design.Quantile(X, p, Sub, Hf7)).ToList();
        quantiles.Select(q => q.Value).ShouldAgree(Of($"{name}.sub.quantile").Numbers("est"));
        quantiles.SelectMany(q => new[] { q.Low ?? double.NaN, q.High ?? double.NaN }).ShouldAgree(Of($"{name}.sub.quantile").Numbers("ci"));
    }

    [Theory, MemberData(nameof(Designs))]
    public void Tests_of_independence_equal_R(string name)
    {
        var test = Design(name).CrossTable(Q, Level).Association();
        foreach (var (own, key) in new[] { (test.RaoScott, "F"), (test.Wald!, "Wald"), (test.AdjustedWald!, "adjWald"), (test.RaoScottFirstOrder, "Chisq") })
        {
            var oracle = Of($"{name}.chisq.{key}");
            // On a design without population sizes R keeps the rows dropped, and counts them in the n of X².
            own.PValue.ShouldAgree(oracle.Numbers("p")[0], 1e-8, $"{name} {key}");
            if (key != "Chisq")
                own.Value.ShouldAgree(oracle.Numbers("statistic")[0], 1e-8, $"{name} {key}");
        }
    }

    [Theory, MemberData(nameof(Designs))]
    public void Regressions_equal_R(string name)
    {
        var design = Design(name);
        Agree(design.LogisticRegression(Data.Numeric("b"), [Term.Of(X), Term.Of(R)]), Of($"{name}.logit"));
        Agree(design.PoissonRegression(Data.Numeric("c"), [Term.Of(X), Term.Of(Level)], Sub), Of($"{name}.poisson"));
        Agree(design.LinearRegression(Y, [Term.Of(X), Term.Of(R), Term.Interaction(Term.Of(X), Term.Of(R))]), Of($"{name}.interaction"));
    }

    [Theory, MemberData(nameof(Designs))]
    public void Raked_estimates_and_domains_equal_R(string name)
    {
        var total = Of($"{name}.raked.total.N").GetDouble();
        var raked = Design(name).Rake([Margin(R, total, .3, .25, .45), Margin(Level, total, .2, .35, .45)], new RakingOptions { Tolerance = 1e-13, MaxIterations = 5000 }).Design;
        raked.Weights.ToArray().ShouldAgree(Of($"{name}.raked.weights").Numbers());
        var known = Domain.Where(Y, _ => true);
        Agree(raked, $"{name}.raked.mean", [Statistic.Mean(X, known), Statistic.Mean(Y, known)]);
        Agree(raked, $"{name}.raked.q", Statistic.Shares(Q));
        Agree(raked, $"{name}.raked.sub", Statistic.Shares(Q, Domain.Of(R, "s").And(Domain.Of(Data.Categorical("h"), "1").Or(Domain.Of(Data.Categorical("h"), "2")).Not())));
        var (by, z) = (Of($"{name}.raked.by"), Data.Categorical("z"));
        var table = raked.Shares(Q, z);
        var cells = Enumerable.Range(0, 4).SelectMany(k => Enumerable.Range(0, 2).Select(s => table[s, k]!)).ToList();
        cells.Select(e => e.Value).ShouldAgree(by.Numbers("est"));
        cells.Select(e => e.StandardError).ShouldAgree(by.Numbers("se"));
        raked.CrossTable(Q, z).Association().RaoScott.Value.ShouldAgree(Of($"{name}.raked.chisq").Numbers("statistic")[0], 1e-8);
    }

    [Theory, MemberData(nameof(Designs))]
    public void Logit_calibration_equals_R(string name)
    {
        var total = Of($"{name}.raked.total.N").GetDouble();
        var calibrated = Design(name).Calibrate([Auxiliary.Categories(Margin(R, total, .3, .25, .45)), Auxiliary.Amount(X, total * 56.5)],
            new CalibrationOptions { Distance = CalibrationDistance.Logit, LowerRatio = .3, UpperRatio = 3, Tolerance = 1e-13 }).Design;
        calibrated.Weights.ToArray().ShouldAgree(Of($"{name}.logit.weights").Numbers());
        Agree(calibrated, $"{name}.logit.total", [Statistic.Total(Y)]);
    }

    [Theory, InlineData("two"), InlineData("replace")]
    public void Jackknife_domains_and_regressions_equal_R(string name)
    {
        var design = Design(name).Jackknife();
        var mid = Domain.Of(Level, "mid");
        Agree(design, $"{name}.jkn.mean", [Statistic.Mean(X)]);
        Agree(design, $"{name}.jkn.sub", [Statistic.Mean(X, mid)]);
        design.DegreesOfFreedom().ShouldBe(Of($"{name}.jkn.degf").GetDouble());
        design.DegreesOfFreedom(mid).ShouldBe(Of($"{name}.jkn.sub.degf").GetDouble());
        var fit = design.LinearRegression(Y, [Term.Of(X), Term.Of(R)]);
        fit.Coefficients.Select(c => c.Value).ShouldAgree(Of($"{name}.jkn.glm").Numbers("est"));
        fit.Coefficients.Select(c => c.StandardError).ShouldAgree(Of($"{name}.jkn.glm").Numbers("se"), 1e-8);
    }

    private static SurveyDesign Design(string name)
    {
        UnitColumn Unit(string column) => UnitColumn.Of(Data.Categorical(column));
        var nested = new DesignDescription { Nested = true, Weights = Data.Numeric("w"), Strata = [Unit("h"), Unit("z")], Clusters = [Unit("d"), Unit("f")] };
        return SurveyDesign.Create(Data.Rows, name switch
        {
            "two" => nested with { Populations = [Data.Numeric("Nh"), Data.Numeric("Nf")] },
            "fractions" => nested with { Populations = [Data.Numeric("fh"), Data.Numeric("ff")] },
            "three" => nested with { Clusters = [Unit("d"), Unit("f"), Unit("p")], Populations = [Data.Numeric("Nh"), Data.Numeric("Nf"), Data.Numeric("Np")] },
            "derived" => nested with { Weights = null, Populations = [Data.Numeric("Nh"), Data.Numeric("Nf")] },
            "element" => new DesignDescription { Weights = Data.Numeric("w"), Strata = [Unit("h")] },
            _ => nested,
        });
    }

    /// <summary>Categories are in alphabetical order, as R's levels: e, n, s and high, low, mid.</summary>
    private static Margin Margin(CategoricalColumn column, double total, params double[] shares) =>
        Diapason.Statistics.Margin.Of(column, column.Categories.Select((c, i) => (c, total * shares[i])).ToDictionary(t => t.c, t => t.Item2));

    private static JsonElement Of(string key) => Oracle.Of(key, "twostage");

    private static void Interval(SurveyDesign design, string key, Statistic statistic, IntervalMethod method)
    {
        var estimate = design.Estimate(statistic, new EstimateOptions { Proportion = method, DegreesOfFreedom = design.DegreesOfFreedom(statistic.Domain) });
        estimate.Value.ShouldAgree(Of(key).Numbers("est")[0], what: key);
        new[] { estimate.Interval!.Value.Low, estimate.Interval.Value.High }.ShouldAgree(Of(key).Numbers("ci"), what: key);
    }

    private static void Agree(RegressionResult fit, JsonElement oracle)
    {
        fit.Coefficients.Select(c => c.Value).ShouldAgree(oracle.Numbers("est"), 1e-8);
        fit.Coefficients.Select(c => c.StandardError).ShouldAgree(oracle.Numbers("se"), 1e-8);
        fit.DegreesOfFreedom.ShouldBe(oracle.Numbers("df")[0]);
    }

    private static void Agree(IDesign design, string key, IReadOnlyList<Statistic> statistics, bool withReplacement = false)
    {
        var oracle = Of(key);
        var set = design.Estimate(statistics, Normal with { DesignEffectWithReplacement = withReplacement });
        set.Estimates.Select(e => e.Value).ShouldAgree(oracle.Numbers("est"), what: key);
        set.Estimates.Select(e => e.StandardError).ShouldAgree(oracle.Numbers("se"), what: key + " se");
        if (oracle.TryGetProperty("vcov", out var vcov))
            set.Covariance.Cast<double>().ShouldAgree(vcov.Numbers(), what: key + " vcov");
        if (oracle.TryGetProperty("deff", out var deff) && deff.Numbers() is var all)
            set.Estimates.Select(e => e.DesignEffect!.Value).ShouldAgree(Enumerable.Range(0, statistics.Count).Select(j => all[all.Length == statistics.Count ? j : j * (statistics.Count + 1)]).ToArray(), what: key + " deff");
    }
}
