using System.Text.RegularExpressions;

namespace Diapason.Statistics.Tests;

/// <summary>The README's examples, compiled here; the last test holds the two texts together.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Text = MakeCsv();

    [Fact]
    public void The_examples_run()
    {
        var csv = Text;
        // README
        var data = Csv.Parse(csv, numeric: ["weight"]);
        var design = SurveyDesign.Create(data.Rows, new DesignDescription
        {
            Weights = data.Numeric("weight"),
            Strata = [UnitColumn.Of(data.Categorical("stratum"))],
        });
        var raked = design.Rake([
            Margin.Of(data.Categorical("region"), new Dictionary<string, double> { ["north"] = 4000, ["south"] = 6000 }),
            Margin.Of(data.Categorical("age"), new Dictionary<string, double> { ["under 45"] = 6300, ["45 and over"] = 3700 })]);
        var share = raked.Design.Estimate(Statistic.Share(data.Categorical("uses_ai"), "yes"));
        var line = $"{share.Value:P1}{share.Mark} [{share.Interval!.Value.Low:P1}; {share.Interval.Value.High:P1}], n = {share.N}, Kish {raked.Report.KishDesignEffect:F2}";
        // README
        line.ShouldContain("n = 400");
        raked.Report.Total.ShouldAgree(10_000);
        // README
        IReadOnlyList<ShareTable> tables = raked.Design.Portraits(
            [data.Categorical("uses_ai")], [null, data.Categorical("region")], threads: 2); // null: the whole
        ProtectedTables safe = ProtectedTables.Protect(tables, new ProtectionRule { Threshold = 5 });
        ShareTable byRegion = tables[1];
        Estimate? shown = safe.Shown(byRegion, segment: 0, category: 1); // null: suppressed, or nobody answered
        CellStatus why = safe.Status(byRegion, segment: 0, category: 1); // Published, Primary or Secondary
        // README
        (shown is not null, why).ShouldBe((true, CellStatus.Published));
        var (region, usesAi) = (data.Categorical("region"), data.Categorical("uses_ai"));
        // README
        var north = Statistic.Share(usesAi, "yes", Domain.Of(region, "north"));
        var south = Statistic.Share(usesAi, "yes", Domain.Of(region, "south"));
        Contrast gap = raked.Design.Estimate([north, south]).Combine("north − south", [1, -1]); // counts the covariance of the two domains
        AssociationTest test = raked.Design.CrossTable(region, usesAi).Association();
        RegressionResult model = raked.Design.LogisticRegression(
            NumericColumn.Indicator(usesAi, "yes"), [Term.Of(region), Term.Of(data.Categorical("age"))]);
        ReplicateDesign replicates = design.Jackknife().Reweight(d => d.Rake([
            Margin.Of(region, new Dictionary<string, double> { ["north"] = 4000, ["south"] = 6000 })]).Design);
        // README
        gap.StandardError.ShouldBeGreaterThan(0);
        test.RaoScott.PValue.ShouldBeInRange(0, 1);
        model.Coefficients.Count.ShouldBe(3);
        replicates.Estimate(north).StandardError.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_examples_are_those_of_the_README()
    {
        var readme = File.ReadAllText(Path.Combine(Oracle.Root, "libs", "Diapason.Statistics", "README.md"));
        var examples = Fence().Matches(readme).Select(m => Plain(m.Groups["code"].Value)).ToList();
        var source = File.ReadAllText(Path.Combine(Oracle.Root, "tests", "Diapason.Statistics.Tests", "ReadmeTests.cs"));
        var compiled = source.Split("        // README\n").Where((_, i) => i % 2 == 1).Select(Plain).ToList();
        examples.Count.ShouldBe(3);
        compiled[..3].ShouldBe(examples);
    }

    private static string Plain(string code) => string.Join('\n', code.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));

    private static string MakeCsv()
    {
        var random = new Random(11);
        string Pick(params string[] values) => values[random.Next(values.Length)];
        var lines = Enumerable.Range(0, 400).Select(_ => $"{Pick("a", "b")},{Pick("north", "south")},{Pick("under 45", "45 and over")},{Pick("yes", "no")},{random.Next(1, 5)}");
        return "stratum,region,age,uses_ai,weight\n" + string.Join('\n', lines);
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
