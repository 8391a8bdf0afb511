namespace Diapason.Statistics.Tests;

public sealed class QuantileTests
{
    private static readonly QuantileOptions AsR = new() { AsInR = true };

    public static TheoryData<string> Designs => new(ApiDesigns.Names);

    [Theory, MemberData(nameof(Designs))]
    public void Every_rule_equals_R_with_its_interval(string name)
    {
        foreach (var rule in Enum.GetValues<QuantileRule>())
        {
            var oracle = Oracle.Of($"{name}.quantile.api00.{rule.ToString().ToLowerInvariant()}");
            Compare(name, AsR with { Rule = rule }, [.1, .25, .5, .75, .9], oracle, $"{name} {rule}");
        }
    }

    [Theory, MemberData(nameof(Designs))]
    public void Every_interval_of_Woodruff_equals_R(string name)
    {
        foreach (var (method, key) in new[] { (IntervalMethod.Student, "mean"), (IntervalMethod.Beta, "beta"), (IntervalMethod.Logit, "xlogit"), (IntervalMethod.Arcsine, "asin") })
            Compare(name, AsR with { Proportion = method }, [.25, .5, .75], Oracle.Of($"{name}.quantile.ci.api00.{key}"), $"{name} {key}");
    }

    [Theory]
    [InlineData(QuantileRule.Hf3), InlineData(QuantileRule.Hf4), InlineData(QuantileRule.Hf5), InlineData(QuantileRule.Hf6), InlineData(QuantileRule.Hf7)]
    [InlineData(QuantileRule.Hf8), InlineData(QuantileRule.Hf9), InlineData(QuantileRule.ShahVaish), InlineData(QuantileRule.Math), InlineData(QuantileRule.School)]
    public void Neither_the_order_of_rows_nor_the_scale_of_weights_matters(QuantileRule rule)
    {
        double[] values = [3, 1, 2, 2, 2, 5, 4, 4], weights = [1, 2, 1, 5, 3, 2, 4, 1];
        var expected = Read(values, weights, 1);
        var order = new[] { 7, 4, 3, 0, 6, 2, 1, 5 };
        Read(order.Select(i => values[i]).ToArray(), order.Select(i => weights[i]).ToArray(), 1).ShouldAgree(expected, 1e-12);
        Read(values, weights, 30).ShouldAgree(expected, 1e-12);

        double[] Read(double[] x, double[] w, double scale)
        {
            var design = SurveyDesign.Independent(new NumericColumn("w", w.Select(v => v * scale).ToArray()));
            return new[] { 0.1, 0.3, 0.45, 0.5, 0.8 }.Select(p => design.Quantile(new NumericColumn("x", x), p, null, new QuantileOptions { Rule = rule }).Value).ToArray();
        }
    }

    private static void Compare(string name, QuantileOptions options, double[] probabilities, System.Text.Json.JsonElement oracle, string what)
    {
        var (design, column) = (ApiDesigns.Of(name), ApiDesigns.Data(name).Numeric("api00"));
        var quantiles = probabilities.Select(p => design.Quantile(column, p, null, options)).ToList();
        quantiles.Select(q => q.Value).ShouldAgree(oracle.Numbers("est"), what: what);
        quantiles.SelectMany(q => new[] { q.Low ?? double.NaN, q.High ?? double.NaN }).ShouldAgree(oracle.Numbers("ci"), what: what + " ci");
        if (oracle.TryGetProperty("se", out var se))
            quantiles.Select(q => q.StandardError ?? double.NaN).ShouldAgree(se.Numbers(), what: what + " se");
    }
}
