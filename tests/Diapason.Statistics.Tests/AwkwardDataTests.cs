using System.Globalization;

namespace Diapason.Statistics.Tests;

/// <summary>Models, tests and scales on missing values, weights of zero, a category nobody is in, empty cells, dollars and years; raked and replicate designs too.</summary>
public sealed class AwkwardDataTests
{
    private static readonly string[] Items = ["i1", "i2", "i3", "i4", "i5"];
    private static readonly SurveyData Data = Oracle.DataOf("models", "awkward", [.. Items, "w", "x1", "income", "year", "y", "bin", "cnt"]);

    public static TheoryData<string> Designs => new("plain", "raked", "jackknife");

    /// <summary>Its first category is in no row, as R's factor would have dropped it.</summary>
    private static CategoricalColumn A => Declared(Data, "A", "a", "b", "c", "d");

    private static CategoricalColumn B => Declared(Data, "B", "A", "B", "C", "D");

    private static CategoricalColumn Level => Declared(Data, "O", "o1", "o2", "o3", "o4", "o5");

    private static Domain Inside => Domain.Of(Data.Categorical("Z"), "in");

    [Theory, MemberData(nameof(Designs))]
    public void Linear_regressions_equal_R(string name)
    {
        var (x1, a, year) = (Term.Of(Number("x1")), Term.Of(A), Term.Of(Number("year")));
        Check(Design(name).LinearRegression(Number("y"), [x1, a, year, Term.Interaction(x1, a)]), $"{name}.gaussian");
        var square = new NumericColumn("year²", Number("year").Values.ToArray().Select(v => v * v).ToArray());
        // The condition number of 1, year, year² is 1e12.
        Check(Design(name).LinearRegression(Number("y"), [year, Term.Of(square)], Inside), $"{name}.quadratic", 1e-6);
    }

    [Theory, MemberData(nameof(Designs))]
    public void Logistic_and_log_linear_regressions_equal_R(string name)
    {
        Check(Design(name).LogisticRegression(Number("bin"), [Term.Of(Number("x1")), Term.Of(A), Term.Of(Number("income"))], Inside), $"{name}.logistic");
        Check(Design(name).PoissonRegression(Number("cnt"), [Term.Of(B), Term.Of(Number("year"))]), $"{name}.poisson");
    }

    [Theory, MemberData(nameof(Designs))]
    public void Ordinal_regressions_equal_R_polished(string name)
    {
        Check(Design(name).ProportionalOdds(Level, [Term.Of(Number("x1")), Term.Of(A)]), $"{name}.ordinal");
        Check(Design(name).ProportionalOdds(Level, [Term.Of(Number("income")), Term.Of(Number("year")), Term.Of(Declared(Data, "g2", "f", "m"))], Inside), $"{name}.ordinal.dollars");
    }

    [Theory, MemberData(nameof(Designs))]
    public void Tests_of_independence_equal_R(string name)
    {
        var test = Design(name).CrossTable(A, B, Inside).Association();
        foreach (var (own, key) in new[] { (test.RaoScott, "F"), (test.Wald!, "Wald"), (test.AdjustedWald!, "adjWald"), (test.RaoScottFirstOrder, "Chisq") })
        {
            var oracle = Of($"{name}.association.{key}");
            own.Value.ShouldAgree(oracle.Numbers("statistic")[0], what: key);
            own.NumeratorDegrees.ShouldAgree(oracle.Numbers("parameter")[0], what: key);
            own.PValue.ShouldAgree(oracle.Numbers("p")[0], what: key);
        }
    }

    [Theory, MemberData(nameof(Designs))]
    public void A_mean_with_missing_values_against_a_value_equals_R(string name)
    {
        var test = Design(name).CompareMean(Number("y"), 1e5);
        (test.Value / test.StandardError).ShouldAgree(Of($"{name}.onesample").Numbers("statistic")[0]);
        // One more than svyttest 4.1, as svyglm(y ~ 1).
        test.DegreesOfFreedom.ShouldBe(Of($"{name}.onesample").Numbers("parameter")[0] + 1);
    }

    [Theory, MemberData(nameof(Designs))]
    public void Kappas_and_alpha_equal_R_with_their_errors(string name)
    {
        var (first, second) = (Declared(Data, "r1", "1", "2", "3", "4"), Declared(Data, "r2", "1", "2", "3", "4"));
        foreach (var weights in Enum.GetValues<KappaWeights>())
            Check(Design(name).Kappa(first, second, weights, Inside), $"{name}.kappa.{weights}");
        Check(Design(name).CronbachAlpha(Items.Select(Number).ToList()), $"{name}.alpha");
    }

    [Fact]
    public void Omega_equals_R_polished()
    {
        var attitude = Oracle.DataOf("models", "attitude", "rating", "complaints", "privileges", "learning", "raises", "critical", "advance");
        Check(SurveyDesign.Create(attitude.Rows).McDonaldOmega(attitude.Numerics.ToList()), "omega.attitude");
        // One item is almost the factor itself: the solution lies on the floor of its unique variance.
        Check(Design("plain").McDonaldOmega(Items.Select(Number).ToList()), "omega.weighted");
    }

    [Fact]
    public void Alpha_of_Krippendorff_equals_its_coincidence_matrix_in_R()
    {
        var raters = new[] { "r1", "r2", "r3" }.Select(r => Declared(Data, r, "1", "2", "3", "4")).ToList();
        foreach (var level in Enum.GetValues<Measurement>())
            Raters.KrippendorffAlpha(raters, level).ShouldAgree(Of($"krippendorff.{level}").GetDouble(), what: $"{level}");
    }

    [Fact]
    public void Models_of_matched_cases_equal_R()
    {
        var data = Oracle.DataOf("models", "infert", "case", "age", "spontaneous");
        var design = SurveyDesign.Create(data.Rows, new DesignDescription { Clusters = [UnitColumn.Of(data.Categorical("stratum"))] });
        var (age, spontaneous) = (Term.Of(data.Numeric("age")), Term.Of(data.Numeric("spontaneous")));
        var parity = Declared(data, "parity", "1", "2", "3", "4", "5", "6");
        var number = new NumericColumn("parity", Enumerable.Range(0, data.Rows).Select(row => parity[row] + 1.0).ToArray());
        Check(design.LogisticRegression(data.Numeric("case"), [age, Term.Of(number), Term.Of(Declared(data, "education", "0-5yrs", "6-11yrs", "12+ yrs"), "0-5yrs"), spontaneous]), "infert.logistic");
        Check(design.ProportionalOdds(parity, [age, spontaneous]), "infert.ordinal");
    }

    [Fact]
    public void Linear_regression_on_nearly_redundant_columns_equals_R_and_the_certified_values()
    {
        string[] names = ["GNP.deflator", "GNP", "Unemployed", "Armed.Forces", "Population", "Year"];
        var data = Oracle.DataOf("models", "longley", [.. names, "Employed"]);
        var fit = SurveyDesign.Create(data.Rows).LinearRegression(data.Numeric("Employed"), RegressionTests.Terms(data, names));
        fit.Coefficients.Select(c => c.Value).ShouldAgree(Oracle.Of("longley", "models").Numbers());
        // NIST Statistical Reference Datasets, Longley, in R's units.
        fit.Coefficients.Select(c => c.Value).ShouldAgree([-3482.25863459582, 0.0150618722713733, -0.0358191792925910, -0.0202022980381683, -0.0103322686717359, -0.0511041056535807, 1.82915146461355], 1e-10);
    }

    private static SurveyDesign Plain() => SurveyDesign.Create(Data.Rows, new DesignDescription
    {
        Weights = Number("w"),
        Strata = [UnitColumn.Of(Data.Categorical("st"))],
        Clusters = [UnitColumn.Of(Data.Categorical("psu"))],
        Nested = true,
    });

    private static IDesign Design(string name)
    {
        var design = Plain();
        if (name != "raked")
            return name == "plain" ? design : design.Jackknife();
        var total = design.Weights.ToArray().Sum();
        return design.Rake(
            [
                Margin.Of(Data.Categorical("g1"), new Dictionary<string, double> { ["n"] = 0.4 * total, ["s"] = 0.25 * total, ["e"] = 0.35 * total }),
                Margin.Of(Data.Categorical("g2"), new Dictionary<string, double> { ["f"] = 0.55 * total, ["m"] = 0.45 * total })],
            new RakingOptions { Tolerance = 1e-13 }).Design;
    }

    private static NumericColumn Number(string name) => Data.Numeric(name);

    private static CategoricalColumn Declared(SurveyData data, string name, params string[] categories)
    {
        var column = data.Categorical(name);
        return CategoricalColumn.FromTexts(name, Enumerable.Range(0, column.Count).Select(row => column[row] < 0 ? null : column.Categories[column[row]]).ToList(), categories);
    }

    private static System.Text.Json.JsonElement Of(string key) => Oracle.Of(key, "models");

    private static void Check(RegressionResult fit, string key, double tolerance = 1e-9)
    {
        fit.Coefficients.Select(c => c.Value).ShouldAgree(Of(key).Numbers("est"), tolerance, key);
        fit.Coefficients.Select(c => c.StandardError).ShouldAgree(Of(key).Numbers("se"), tolerance, key + " error");
        fit.DegreesOfFreedom.ShouldBe(Of(key).Numbers("df")[0], key);
        fit.N.ToString(CultureInfo.InvariantCulture).ShouldBe(Of(key).GetProperty("n").GetRawText(), key);
    }

    private static void Check(Estimate estimate, string key)
    {
        estimate.Value.ShouldAgree(Of(key).Numbers("est")[0], what: key);
        estimate.StandardError.ShouldAgree(Of(key).Numbers("se")[0], what: key);
    }

    private static void Check(OmegaResult omega, string key)
    {
        omega.Omega.ShouldAgree(Of(key).Numbers("est")[0], what: key);
        omega.Loadings.ShouldAgree(Of(key).Numbers("loadings"), what: key);
        omega.IsHeywood.ShouldBe(Of(key).GetProperty("bound").GetBoolean());
    }
}
