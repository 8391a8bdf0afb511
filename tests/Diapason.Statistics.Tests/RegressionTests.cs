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
    public void Categories_separated_perfectly_are_refused()
    {
        var data = ApiDesigns.Data("clus1");
        var stype = NumericColumn.Indicator(data.Categorical("stype"), "E");
        Should.Throw<SurveyException>(() => ApiDesigns.Of("clus1").LogisticRegression(stype, [Term.Of(data.Categorical("stype"))]));
    }

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
