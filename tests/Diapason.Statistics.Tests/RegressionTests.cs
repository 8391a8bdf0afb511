namespace Diapason.Statistics.Tests;

public sealed class RegressionTests
{
    public static TheoryData<string> Designs => new(ApiDesigns.Names);

    [Theory, MemberData(nameof(Designs))]
    public void Linear_regression_equals_R(string name)
    {
        var data = ApiDesigns.Data(name);
        var fit = ApiDesigns.Of(name).LinearRegression(data.Numeric("api00"), Terms(data, "ell", "meals", "mobility"));
        var oracle = Oracle.Of($"{name}.glm.gaussian");
        Check(fit, oracle, 1e-9);
        fit.Covariance.Cast<double>().ShouldAgree(oracle.Numbers("vcov"));
        fit.DegreesOfFreedom.ShouldBe(oracle.Numbers("df")[0]);
        fit.Coefficients.Select(c => c.PValue!.Value).ShouldAgree(oracle.Numbers("p"), 1e-8);
    }

    [Theory, MemberData(nameof(Designs))]
    public void Logistic_regression_equals_R(string name)
    {
        var data = ApiDesigns.Data(name);
        var fit = ApiDesigns.Of(name).LogisticRegression(NumericColumn.Indicator(data.Categorical("sch.wide"), "Yes"), Terms(data, "ell", "meals", "mobility"));
        var oracle = Oracle.Of($"{name}.glm.quasibinomial");
        // The oracle runs glm at 1e-15; its default of 1e-8 leaves 1e-5 on the errors, and 1e-15 a few 1e-9: its weights are one step behind.
        Check(fit, oracle, 1e-8);
        var wald = fit.Test("ell", "meals");
        oracle.GetProperty("wald").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object);
        var r = oracle.GetProperty("wald").EnumerateObject().Select(p => p.Value.GetDouble()).ToArray();
        new[] { wald.Value, wald.NumeratorDegrees, wald.DenominatorDegrees, wald.PValue }.ShouldAgree(r, 1e-8);
    }

    [Theory, MemberData(nameof(Designs))]
    public void Poisson_regression_equals_R(string name)
    {
        var data = ApiDesigns.Data(name);
        Check(ApiDesigns.Of(name).PoissonRegression(data.Numeric("api.stu"), Terms(data, "ell", "meals")), Oracle.Of($"{name}.glm.quasipoisson"), 1e-8);
    }

    [Fact]
    public void Logistic_regression_on_categories_of_a_clustered_survey_equals_R()
    {
        var (data, design) = AssociationTests.Nhanes();
        var fit = design.LogisticRegression(
            NumericColumn.Indicator(data.Categorical("HI_CHOL"), "1"), [Term.Of(Numeric(data.Categorical("race"))), Term.Of(AgeInOrder(data)), Term.Of(Numeric(data.Categorical("RIAGENDR")))]);
        Check(fit, Oracle.Of("nhanes.glm"), 1e-9);
    }

    [Fact]
    public void A_redundant_column_is_named()
    {
        var data = ApiDesigns.Data("clus1");
        var refusal = Should.Throw<SurveyException>(() => ApiDesigns.Of("clus1").LinearRegression(data.Numeric("api00"), Terms(data, "ell", "ell")));
        (refusal.Error, refusal.Variable).ShouldBe((SurveyError.Singular, "ell"));
    }

    [Fact]
    public void Responses_separated_perfectly_are_refused_by_name()
    {
        var data = ApiDesigns.Data("clus1");
        var (design, stype, meals) = (ApiDesigns.Of("clus1"), data.Categorical("stype"), data.Numeric("meals"));
        // Every elementary school answers yes, the others as they do: one coefficient has no end.
        var some = new NumericColumn("some", Enumerable.Range(0, data.Rows).Select(row => stype[row] == 0 || meals.Values[row] > 40 ? 1.0 : 0).ToArray());
        var none = new NumericColumn("none", Enumerable.Range(0, data.Rows).Select(row => stype[row] == 1 ? 0.0 : meals.Values[row]).ToArray());
        var level = CategoricalColumn.FromTexts("level", meals.Values.ToArray().Select(v => v < 30 ? "low" : v < 60 ? "middle" : "high").ToList(), ["low", "middle", "high"]);
        Refused(() => design.LogisticRegression(NumericColumn.Indicator(stype, "E"), [Term.Of(stype)])).ShouldBe((SurveyError.NotConverged, "stype=E"));
        Refused(() => design.LogisticRegression(some, [Term.Of(stype)])).ShouldBe((SurveyError.NotConverged, "some"));
        Refused(() => design.PoissonRegression(none, [Term.Of(stype)])).ShouldBe((SurveyError.NotConverged, "none"));
        Refused(() => design.ProportionalOdds(level, [Term.Of(meals)])).ShouldBe((SurveyError.NotConverged, "level"));
    }

    [Fact]
    public void A_category_where_all_answer_alike_is_refused_whatever_its_weight()
    {
        // Rounding in the other rows hides how far its coefficient has gone: a column that wears out must end the search before it settles near −36.
        for (var seed = 0; seed < Sample.Of(200, 2000); seed++)
        {
            var random = new Random(seed);
            var group = CategoricalColumn.FromTexts("group", Enumerable.Range(0, 60).Select(row => row < 1 + (seed % 3) ? "alike" : row % 2 == 0 ? "b" : "c").ToList());
            NumericColumn Draw(string name, Func<int, double> value) => new(name, Enumerable.Range(0, 60).Select(value).ToArray());
            var design = SurveyDesign.Create(60, new DesignDescription { Weights = Draw("weight", _ => Math.Exp(4 * random.NextDouble())) });
            var answer = Draw("answer", row => row < 1 + (seed % 3) ? 0 : random.Next(2));
            Refused(() => design.LogisticRegression(answer, [Term.Of(Draw("x", _ => random.NextDouble())), Term.Of(group)])).ShouldBe((SurveyError.NotConverged, "answer"), $"{seed}");
        }
    }

    [Fact]
    public void Terms_that_say_nothing_are_refused_by_name()
    {
        var data = ApiDesigns.Data("clus1");
        var (design, y) = (ApiDesigns.Of("clus1"), data.Numeric("api00"));
        var stype = CategoricalColumn.FromTexts("stype", Enumerable.Range(0, data.Rows).Select(row => row % 2 == 0 ? "E" : "H").ToList(), ["E", "M", "H"]);
        var absent = Should.Throw<SurveyException>(() => design.LinearRegression(y, [Term.Of(stype, "M")]));
        (absent.Error, absent.Variable, absent.Category).ShouldBe((SurveyError.EmptyDomain, "stype", "M"));
        Refused(() => design.LinearRegression(y, [Term.Of(stype)], Domain.Of(stype, "H"))).ShouldBe((SurveyError.TooFew, "stype"));
        Refused(() => design.ProportionalOdds(data.Categorical("stype"), Terms(data, "ell", "ell"))).ShouldBe((SurveyError.Singular, "ell"));
        Refused(() => design.LinearRegression(y, Terms(data, "ell")).Test()).ShouldBe((SurveyError.TooFew, null));
        var elsewhere = Domain.Where("elsewhere", new bool[3]);
        Refused(() => design.LinearRegression(y, Terms(data, "ell"), elsewhere)).ShouldBe((SurveyError.LengthMismatch, "elsewhere"));
        Refused(() => design.ProportionalOdds(data.Categorical("stype"), Terms(data, "ell"), elsewhere)).ShouldBe((SurveyError.LengthMismatch, "elsewhere"));
        design.LinearRegression(y, [Term.Of(stype)]).Coefficients.Select(c => c.Name).ShouldBe(["(Intercept)", "stype=H"]);
    }

    private static (SurveyError, string?) Refused(Action act) => Should.Throw<SurveyException>(act) is var e ? (e.Error, e.Variable) : default;

    internal static Term[] Terms(SurveyData data, params string[] names) => names.Select(n => Term.Of(data.Numeric(n))).ToArray();

    private static void Check(RegressionResult fit, System.Text.Json.JsonElement oracle, double tolerance)
    {
        fit.Coefficients.Select(c => c.Value).ShouldAgree(oracle.Numbers("est"), tolerance, "coefficient");
        fit.Coefficients.Select(c => c.StandardError).ShouldAgree(oracle.Numbers("se"), tolerance, "error");
    }

    private static CategoricalColumn AgeInOrder(SurveyData data) => data.Categorical("agecat");

    private static NumericColumn Numeric(CategoricalColumn column) =>
        new(column.Name, Enumerable.Range(0, column.Count).Select(row => double.Parse(column.Categories[column[row]], System.Globalization.CultureInfo.InvariantCulture)).ToArray());
}
