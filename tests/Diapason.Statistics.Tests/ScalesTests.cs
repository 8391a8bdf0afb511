namespace Diapason.Statistics.Tests;

public sealed class ScalesTests
{
    private static readonly string[] Items = ["meals", "ell", "not.hsg", "mobility"];

    [Fact]
    public void Alpha_equals_R_weighted_and_plain()
    {
        var data = Oracle.Data("apiclus1", [.. Items, "pw"]);
        var items = Items.Select(data.Numeric).ToList();
        var weighted = SurveyDesign.Create(data.Rows, new DesignDescription { Weights = data.Numeric("pw"), Clusters = [UnitColumn.Of(data.Categorical("dnum"))] }).CronbachAlpha(items);
        weighted.Value.ShouldAgree(Oracle.Of("alpha.weighted").Numbers("est")[0]);
        weighted.StandardError.ShouldBeInRange(0.001, 0.2);
        Equal(data.Rows).CronbachAlpha(items).Value.ShouldAgree(Oracle.Of("alpha.psych").Numbers("est")[0]);
    }

    [Fact]
    public void Alpha_has_the_error_of_a_jackknife()
    {
        var data = Oracle.Data("apiclus1", [.. Items, "pw"]);
        var items = Items.Select(data.Numeric).ToList();
        var design = SurveyDesign.Create(data.Rows, new DesignDescription { Weights = data.Numeric("pw") });
        design.CronbachAlpha(items).StandardError.ShouldAgree(design.Jackknife().CronbachAlpha(items).StandardError, 0.03);
    }

    [Fact]
    public void Omega_equals_R()
    {
        var data = Oracle.Data("apiclus1", Items);
        var omega = Equal(data.Rows).McDonaldOmega(Items.Select(data.Numeric).ToList());
        // factanal's optimiser stops near 1e-5.
        omega.Omega.ShouldAgree(Oracle.Of("omega.ml").Numbers("est")[0], 1e-5);
        omega.Loadings.ShouldAgree(Oracle.Of("omega.ml").Numbers("loadings"), 1e-4);
    }

    [Fact]
    public void Kappas_equal_R()
    {
        var data = Oracle.Data("raters");
        var (a, b) = (data.Categorical("a"), data.Categorical("b"));
        var design = Equal(data.Rows);
        design.Kappa(a, b).Value.ShouldAgree(Oracle.Of("kappa").Numbers("kappa")[0]);
        design.Kappa(a, b, KappaWeights.Quadratic).Value.ShouldAgree(Oracle.Of("kappa").Numbers("quadratic")[0]);
        design.Kappa(a, b).StandardError.ShouldAgree(design.Jackknife().Kappa(a, b).StandardError, 0.03);
    }

    [Fact]
    public void Alpha_of_Krippendorff_equals_his_example()
    {
        // Krippendorff (2011), Computing Krippendorff's alpha-reliability, four observers and twelve units: .743, .815, .849.
        string[] observers = ["123321412...", "12332241 25.3".Replace(" ", "", StringComparison.Ordinal), ".3332342251.", "12332441251."];
        string[] categories = ["1", "2", "3", "4", "5"];
        var raters = observers.Select((o, i) => CategoricalColumn.FromTexts($"r{i}", o.Select(c => c == '.' ? null : c.ToString()).ToList(), categories)).ToList();
        Raters.KrippendorffAlpha(raters, Measurement.Nominal).ShouldBe(0.743, 0.0005);
        Raters.KrippendorffAlpha(raters, Measurement.Ordinal).ShouldBe(0.815, 0.0005);
        Raters.KrippendorffAlpha(raters, Measurement.Interval).ShouldBe(0.849, 0.0005);
    }

    [Fact]
    public void Items_that_say_nothing_are_refused_by_name()
    {
        // A tenth has no exact mean: its deviations are rounding, not variation.
        var data = Oracle.Data("apiclus1", [.. Items, "pw"]);
        var design = SurveyDesign.Create(data.Rows, new DesignDescription { Weights = data.Numeric("pw") });
        var constant = new NumericColumn("tenth", Enumerable.Repeat(0.1, data.Rows).ToArray());
        var omega = Should.Throw<SurveyException>(() => design.McDonaldOmega([data.Numeric("meals"), data.Numeric("ell"), constant]));
        (omega.Error, omega.Variable).ShouldBe((SurveyError.TooFew, "tenth"));
        var alpha = Should.Throw<SurveyException>(() => design.CronbachAlpha([constant, constant]));
        (alpha.Error, alpha.Variable).ShouldBe((SurveyError.TooFew, "tenth"));
    }

    [Fact]
    public void Raters_who_cannot_be_compared_are_refused_by_name()
    {
        static CategoricalColumn Rater(string name, string[] categories, params string?[] given) => CategoricalColumn.FromTexts(name, given, categories);
        string[] decimals = ["1", "1,5"];
        Refused(() => Raters.KrippendorffAlpha([Rater("a", decimals, "1", "1,5"), Rater("b", decimals, "1", "1")], Measurement.Interval)).ShouldBe((SurveyError.InvalidValue, "a", "1,5"));
        Refused(() => Raters.KrippendorffAlpha([], Measurement.Nominal)).ShouldBe((SurveyError.TooFew, null, null));
        Refused(() => Raters.KrippendorffAlpha([Rater("a", ["1"], "1", null), Rater("b", ["1"], null, "1")], Measurement.Nominal)).ShouldBe((SurveyError.TooFew, "a", null));
        Refused(() => Raters.KrippendorffAlpha([Rater("a", ["1", "2"], "2", "2"), Rater("b", ["1", "2"], "2", "2")], Measurement.Nominal)).ShouldBe((SurveyError.TooFew, "a", "2"));
        Refused(() => Equal(2).Kappa(Rater("a", ["1", "2"], "2", "2"), Rater("b", ["1", "2"], "2", "2"))).ShouldBe((SurveyError.TooFew, "a", null));

        static (SurveyError, string?, string?) Refused(Action act) => Should.Throw<SurveyException>(act) is var e ? (e.Error, e.Variable, e.Category) : default;
    }

    [Fact]
    public void Trends_and_differences_of_independent_waves_add_their_variances()
    {
        var design = ApiDesigns.Of("strat");
        var first = design.Estimate(Statistic.Mean(ApiDesigns.Data("strat").Numeric("api99")));
        var second = ApiDesigns.Of("srs").Estimate(Statistic.Mean(ApiDesigns.Data("srs").Numeric("api00")));
        var difference = Waves.Difference(first, second);
        difference.Value.ShouldAgree(second.Value - first.Value);
        difference.StandardError.ShouldAgree(Math.Sqrt(first.Variance + second.Variance));
        Waves.Trend([first, second, second], [1, 2, 3]).Value.ShouldAgree((second.Value - first.Value) / 2);
    }

    [Fact]
    public void Waves_of_the_same_units_equal_R()
    {
        var data = ApiDesigns.Data("clus1");
        var rows = data.Rows;
        NumericColumn Twice(string name, string first, string second) => new(name, data.Numeric(first).Values.ToArray().Concat(data.Numeric(second).Values.ToArray()).ToArray());
        var district = data.Categorical("dnum");
        var districts = Enumerable.Range(0, 2 * rows).Select(r => district[r % rows]).ToArray();
        var design = SurveyDesign.Create(2 * rows, new DesignDescription { Weights = Twice("pw", "pw", "pw"), Clusters = [UnitColumn.Of("dnum", districts)] });
        var first = Domain.Where("1999", Enumerable.Range(0, 2 * rows).Select(r => r < rows).ToArray());
        var change = Waves.Difference(design, d => Statistic.Mean(Twice("api", "api99", "api00"), d), first, first.Not());
        change.Value.ShouldAgree(Oracle.Of("waves").Numbers("est")[0]);
        change.StandardError.ShouldAgree(Oracle.Of("waves").Numbers("se")[0]);
    }

    [Fact]
    public void A_wave_compared_with_itself_has_no_error()
    {
        // The same schools twice: rows stacked, a school being the unit.
        var data = ApiDesigns.Data("clus1");
        var twice = data.Numeric("api00").Values.ToArray();
        var stacked = new NumericColumn("api", twice.Concat(twice).ToArray());
        var schools = Enumerable.Range(0, twice.Length).ToArray();
        var design = SurveyDesign.Create(2 * twice.Length, new DesignDescription { Clusters = [UnitColumn.Of("school", schools.Concat(schools).ToArray())] });
        var first = Domain.Where("first", Enumerable.Range(0, 2 * twice.Length).Select(r => r < twice.Length).ToArray());
        Waves.Difference(design, d => Statistic.Mean(stacked, d), first, first.Not()).StandardError.ShouldBeLessThan(1e-12);
    }

    [Theory, InlineData(3.0), InlineData(0.0), InlineData(1e9)]
    public void An_item_that_never_varies_is_refused_by_its_name(double constant)
    {
        var items = new[] { new NumericColumn("a", new double[] { 1, 2, 3, 4 }), new NumericColumn("flat", Enumerable.Repeat(constant, 4).ToArray()), new NumericColumn("b", new double[] { 2, 2, 4, 5 }) };
        var refusal = Should.Throw<SurveyException>(() => Equal(4).CronbachAlpha(items));
        (refusal.Error, refusal.Variable).ShouldBe((SurveyError.TooFew, "flat"));
        // It varies only among those who miss another item.
        var some = new NumericColumn("some", new double[] { 5, 5, 5, 9 });
        var missing = new NumericColumn("missing", new[] { 1, 3, 2, double.NaN });
        Should.Throw<SurveyException>(() => Equal(4).CronbachAlpha([some, missing])).Variable.ShouldBe("some");
    }

    private static SurveyDesign Equal(int rows) => SurveyDesign.Create(rows);
}
