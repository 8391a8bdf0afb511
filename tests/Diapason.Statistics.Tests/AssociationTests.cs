namespace Diapason.Statistics.Tests;

public sealed class AssociationTests
{
    public static TheoryData<string> Designs => new(ApiDesigns.Names);

    [Theory, MemberData(nameof(Designs))]
    public void Tests_of_independence_equal_R(string name)
    {
        var data = ApiDesigns.Data(name);
        var test = ApiDesigns.Of(name).CrossTable(data.Categorical("sch.wide"), data.Categorical("stype")).Association();
        Check(test.RaoScott, $"{name}.chisq.schwide_stype.F");
        Check(test.RaoScottFirstOrder, $"{name}.chisq.schwide_stype.Chisq");
        Check(test.Wald!, $"{name}.chisq.schwide_stype.Wald");
        Check(test.AdjustedWald!, $"{name}.chisq.schwide_stype.adjWald");
    }

    [Theory, MemberData(nameof(Designs))]
    public void Weighted_tables_equal_R(string name)
    {
        var data = ApiDesigns.Data(name);
        var people = ApiDesigns.Of(name).CrossTable(data.Categorical("sch.wide"), data.Categorical("stype")).People();
        // R lists a table column by column.
        var byColumn = Enumerable.Range(0, 3).SelectMany(j => Enumerable.Range(0, 2).Select(i => people[i, j].Value));
        byColumn.ShouldAgree(Oracle.Of($"{name}.table.schwide_stype").Numbers("n"));
    }

    [Fact]
    public void Tests_with_missing_values_equal_R_where_R_does_not_count_them()
    {
        var (data, design) = Nhanes();
        var test = design.CrossTable(data.Categorical("HI_CHOL"), data.Categorical("race")).Association();
        Check(test.RaoScott, "nhanes.chisq.HI_CHOL_race.F");
        Check(test.Wald!, "nhanes.chisq.HI_CHOL_race.Wald");
        Check(test.AdjustedWald!, "nhanes.chisq.HI_CHOL_race.adjWald");
        // R's X² is scaled to all 8591 rows; ours to the 7846 with both variables. The probability is the same.
        var oracle = Oracle.Of("nhanes.chisq.HI_CHOL_race.Chisq");
        test.RaoScottFirstOrder.PValue.ShouldAgree(oracle.Numbers("p")[0]);
        test.Pearson.ShouldBeLessThan(oracle.Numbers("statistic")[0]);
    }

    [Theory, MemberData(nameof(Designs))]
    public void T_tests_equal_R(string name)
    {
        var data = ApiDesigns.Data(name);
        var schoolwide = data.Categorical("sch.wide");
        var t = ApiDesigns.Of(name).CompareMeans(data.Numeric("api00"), Domain.Of(schoolwide, "No"), Domain.Of(schoolwide, "Yes"));
        var oracle = Oracle.Of($"{name}.ttest.schwide");
        (t.Value / t.StandardError).ShouldAgree(oracle.Numbers("statistic")[0]);
        t.DegreesOfFreedom.ShouldBe(oracle.Numbers("parameter")[0]);
        t.PValue!.Value.ShouldAgree(oracle.Numbers("p")[0]);
    }

    [Fact]
    public void A_mean_against_a_value_equals_R()
    {
        var test = ApiDesigns.Of("clus1").CompareMean(ApiDesigns.Data("clus1").Numeric("api00"), 650);
        (test.Value / test.StandardError).ShouldAgree(Oracle.Of("onesample").Numbers("statistic")[0]);
        // R's svyttest 4.1 takes one degree too many away; its svyglm(y ~ 1) has those of the design.
        test.DegreesOfFreedom.ShouldBe(14);
        test.PValue!.Value.ShouldAgree(2 * Distributions.StudentUpper(Math.Abs(Oracle.Of("onesample").Numbers("statistic")[0]), 14));
    }

    [Theory, InlineData("srs"), InlineData("clus1"), InlineData("clus1N")]
    public void Rank_tests_equal_R_where_tied_weights_are_equal(string name)
    {
        var data = ApiDesigns.Data(name);
        var schoolwide = data.Categorical("sch.wide");
        var test = ApiDesigns.Of(name).CompareRanks(data.Numeric("api00"), Domain.Of(schoolwide, "No"), Domain.Of(schoolwide, "Yes"));
        (test.Value / test.StandardError).ShouldAgree(Oracle.Of($"{name}.ranktest.schwide").Numbers("statistic")[0]);
        test.PValue!.Value.ShouldAgree(Oracle.Of($"{name}.ranktest.schwide").Numbers("p")[0]);
    }

    [Fact]
    public void Corrections_for_the_number_of_tests_equal_R()
    {
        // p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "holm") and "BH" in R 4.2.
        MultipleTesting.Holm([0.01, 0.04, 0.03, 0.02, 0.05]).ShouldAgree([0.05, 0.09, 0.09, 0.08, 0.09]);
        MultipleTesting.BenjaminiHochberg([0.01, 0.04, 0.03, 0.02, 0.05]).ShouldAgree([0.05, 0.05, 0.05, 0.05, 0.05]);
    }

    [Fact]
    public void Rows_and_columns_of_shares_add_up()
    {
        var data = ApiDesigns.Data("clus1");
        var table = ApiDesigns.Of("clus1").CrossTable(data.Categorical("sch.wide"), data.Categorical("stype"));
        table.CellShares().Cast<Estimate>().Sum(e => e.Value).ShouldAgree(1);
        Enumerable.Range(0, 3).Sum(j => table.RowShares()[0, j]!.Value).ShouldAgree(1);
        Enumerable.Range(0, 2).Sum(i => table.ColumnShares()[i, 0]!.Value).ShouldAgree(1);
        table.Association().AdjustedResiduals[0, 0].ShouldNotBeNull();
    }

    [Fact]
    public void A_table_without_sampling_variance_is_refused()
    {
        // Calibrated on its own cells, a table is known without error: a test would divide by rounding.
        var data = ApiDesigns.Data("strat");
        var (rows, columns) = (data.Categorical("sch.wide"), data.Categorical("stype"));
        var known = from r in rows.Categories from c in columns.Categories select ((IReadOnlyList<string>)[r, c], r == "Yes" && c == "E" ? 3000.0 : 640);
        var design = ApiDesigns.Of("strat").PostStratify(Margin.Crossed([rows, columns], known)).Design;
        var refusal = Should.Throw<SurveyException>(() => design.CrossTable(rows, columns).Association());
        (refusal.Error, refusal.Variable).ShouldBe((SurveyError.TooFew, "sch.wide"));
    }

    [Fact]
    public void Groups_that_share_rows_are_not_compared()
    {
        var data = ApiDesigns.Data("clus1");
        var stype = data.Categorical("stype");
        var refusal = Should.Throw<SurveyException>(() => ApiDesigns.Of("clus1").CompareMeans(data.Numeric("api00"), Domain.Of(stype, "E"), Domain.Of(stype, "H").Not()));
        (refusal.Error, refusal.Variable).ShouldBe((SurveyError.Duplicate, "api00"));
        var elsewhere = Domain.Where("elsewhere", new bool[3]);
        Should.Throw<SurveyException>(() => ApiDesigns.Of("clus1").CrossTable(stype, stype, elsewhere)).Variable.ShouldBe("elsewhere");
        Should.Throw<SurveyException>(() => ApiDesigns.Of("clus1").CompareRanks(data.Numeric("api00"), elsewhere, elsewhere.Not())).Variable.ShouldBe("elsewhere | not elsewhere");
    }

    internal static (SurveyData Data, SurveyDesign Design) Nhanes()
    {
        var data = Oracle.Data("nhanes", "WTMEC2YR");
        var design = SurveyDesign.Create(data.Rows, new DesignDescription
        {
            Weights = data.Numeric("WTMEC2YR"),
            Strata = [UnitColumn.Of(data.Categorical("SDMVSTRA"))],
            Clusters = [UnitColumn.Of(data.Categorical("SDMVPSU"))],
            Nested = true,
        });
        return (data, design);
    }

    private static void Check(TestResult test, string key)
    {
        var oracle = Oracle.Of(key);
        test.Value.ShouldAgree(oracle.Numbers("statistic")[0], what: key);
        var parameters = oracle.GetProperty("parameter").ValueKind == System.Text.Json.JsonValueKind.Object
            ? oracle.GetProperty("parameter").EnumerateObject().Select(p => p.Value.GetDouble()).ToArray() : oracle.Numbers("parameter");
        test.NumeratorDegrees.ShouldAgree(parameters[0], what: key + " df");
        if (parameters.Length > 1)
            test.DenominatorDegrees.ShouldAgree(parameters[1], what: key + " ddf");
        test.PValue.ShouldAgree(oracle.Numbers("p")[0], what: key + " p");
    }
}
