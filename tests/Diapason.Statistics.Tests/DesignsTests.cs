using System.Text.Json;

namespace Diapason.Statistics.Tests;

/// <summary>Made-up designs of every shape, each with domains of every kind, against R (<c>tests/oracles/designs</c>).</summary>
public sealed class DesignsTests
{
    public static TheoryData<string> Names => new(All().EnumerateObject().Select(d => d.Name));

    [Theory, MemberData(nameof(Names))]
    public void Every_estimate_in_every_domain_equals_R(string name)
    {
        var oracle = All().GetProperty(name);
        var columns = oracle.GetProperty("columns").EnumerateObject().ToDictionary(c => c.Name, c => new NumericColumn(c.Name, c.Value.Numbers()));
        var linear = Weighted(oracle, columns);
        linear.Weights.ToArray().ShouldAgree(oracle.Numbers("weights"), what: "weights");
        IDesign design = oracle.GetProperty("replicates").GetBoolean() ? linear.Jackknife() : linear;
        foreach (var expected in oracle.GetProperty("values").EnumerateArray())
        {
            var (domain, statistic) = (expected.GetProperty("domain").GetString()!, expected.GetProperty("statistic").GetString()!);
            var inside = Domain.Where(columns[domain], v => v == 1);
            if (expected.TryGetProperty("refused", out _) || (expected.TryGetProperty("se", out var error) && error.ValueKind == JsonValueKind.Null))
                Should.Throw<SurveyException>(() => Compare(design, columns, inside, statistic, expected), $"{name} {domain} {statistic}");
            else
                Compare(design, columns, inside, statistic, expected, $"{name} {domain} {statistic}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Tables_of_shares_equal_one_by_one_estimates(string name)
    {
        var oracle = All().GetProperty(name);
        var columns = oracle.GetProperty("columns").EnumerateObject().ToDictionary(c => c.Name, c => new NumericColumn(c.Name, c.Value.Numbers()));
        var (design, question) = (Weighted(oracle, columns), Codes(columns["g"]));
        foreach (var segment in new[] { null, Codes(columns["r"]), Codes(columns["unit"]) })
        {
            if (oracle.GetProperty("values")[0].TryGetProperty("refused", out _))
            {
                Should.Throw<SurveyException>(() => design.Shares(question, segment)).Error.ShouldBe(SurveyError.LonelyPsu);
                continue;
            }
            var table = design.Shares(question, segment);
            for (var cell = 0; cell < table.Segments * table.Categories; cell++)
            {
                var (s, k) = (cell / table.Categories, cell % table.Categories);
                if (table[s, k] is not { } fast)
                    continue;
                var slow = design.Estimate(Statistic.Share(question, question.Categories[k], segment is null ? null : Domain.Of(segment, s)));
                fast.Value.ShouldAgree(slow.Value, what: fast.Name);
                Math.Abs(fast.StandardError - slow.StandardError).ShouldBeLessThan(1e-9, fast.Name);
                (fast.N, fast.DegreesOfFreedom).ShouldBe((slow.N, slow.DegreesOfFreedom));
            }
        }
    }

    private static void Compare(IDesign design, Dictionary<string, NumericColumn> columns, Domain domain, string name, JsonElement expected, string what = "")
    {
        var (x, y) = (columns["x"], columns["y"]);
        if (name == "quantile")
        {
            var quantile = design.Quantile(y, .6, domain, new QuantileOptions { Rule = QuantileRule.Hf7, AsInR = true });
            quantile.Value.ShouldAgree(expected.Numbers("est")[0], what: what);
            // Where everybody is below the quantile, our interval is Wilson's and R's has no width.
            if (expected.Numbers("lo")[0] < expected.Numbers("hi")[0])
                new[] { quantile.Low!.Value, quantile.High!.Value }.ShouldAgree([.. expected.Numbers("lo"), .. expected.Numbers("hi")], what: what);
            return;
        }
        var statistic = name switch
        {
            "mean" => Statistic.Mean(y, domain),
            "total" => Statistic.Total(y, domain),
            "ratio" => Statistic.Ratio(y, x, domain),
            "var" => Statistic.Variance(y, domain),
            _ => Statistic.Share(Codes(columns["g"]), name == "share" ? "0" : "9", domain),
        };
        var estimate = design.Estimate(statistic);
        estimate.Value.ShouldAgree(expected.Numbers("est")[0], what: what);
        estimate.StandardError.ShouldAgree(expected.Numbers("se")[0], what: what + " error");
        if (expected.TryGetProperty("df", out var df))
        {
            // R's degf counts the units of the domain; an estimate those with someone in its base, as svyquantile and svyglm do in R.
            design.DegreesOfFreedom(domain).ShouldBe(df.GetDouble(), what);
            estimate.DegreesOfFreedom.ShouldBeLessThanOrEqualTo(df.GetDouble(), what);
        }
        if (estimate.DesignEffect is { } effect && expected.TryGetProperty("deff", out var deff))
            effect.ShouldAgree(deff.Numbers()[0], 1e-8, what + " design effect");
    }

    private static SurveyDesign Weighted(JsonElement oracle, Dictionary<string, NumericColumn> columns)
    {
        NumericColumn[] Named(string property) => [.. oracle.GetProperty(property).EnumerateArray().Select(e => columns[e.GetString()!])];
        var design = SurveyDesign.Create(columns["w"].Count, new DesignDescription
        {
            Weights = columns["w"],
            Clusters = [.. Named("ids").Select(UnitColumn.Of)],
            Strata = [.. Named("strata").Select(UnitColumn.Of)],
            Populations = Named("populations"),
            Nested = true,
            LonelyPsu = Enum.Parse<LonelyPsu>(oracle.GetProperty("policy").GetString()!, true),
        });
        var (r, v, size) = (Codes(columns["r"]), Codes(columns["v"]), oracle.GetProperty("size").GetDouble());
        var rs = Margin.Of(r, new Dictionary<string, double> { ["0"] = size * .45, ["1"] = size * .55 });
        var vs = Margin.Of(v, new Dictionary<string, double> { ["0"] = size * .3, ["1"] = size * .3, ["2"] = size * .4 });
        double[] shares = [.2, .1, .15, .15, .2, .2];
        var crossed = Margin.Crossed([r, v], shares.Select((s, k) => ((IReadOnlyList<string>)[$"{k / 3}", $"{k % 3}"], size * s)));
        var raking = new RakingOptions { Tolerance = 1e-13, MaxIterations = 5000 };
        var tight = new CalibrationOptions { Tolerance = 1e-13 };
        Auxiliary[] amounts = [Auxiliary.Categories(rs), Auxiliary.Amount(columns["x"], oracle.GetProperty("x").GetDouble())];
        return oracle.GetProperty("step").GetString() switch
        {
            "post" => design.PostStratify(rs).Design,
            "rake" => design.Rake([rs, vs], raking).Design,
            "crossed" => design.Rake([crossed], raking).Design,
            "linear" => design.Calibrate(amounts, tight).Design,
            "logit" => design.Calibrate(amounts, tight with { Distance = CalibrationDistance.Logit, LowerRatio = .2, UpperRatio = 5 }).Design,
            "bounded" => design.Calibrate([Auxiliary.Categories(rs), Auxiliary.Categories(vs)], tight with { LowerRatio = .3, UpperRatio = 3 }).Design,
            _ => design,
        };
    }

    private static CategoricalColumn Codes(NumericColumn column) => CategoricalColumn.FromTexts(
        column.Name, [.. column.Values.ToArray().Select(c => double.IsNaN(c) ? null : $"{c:0}")], ["0", "1", "2", "9"]);

    private static JsonElement All() => Oracle.All("designs");
}
