namespace Diapason.Statistics.Tests;

/// <summary>A seeded survey: strata, clusters, unequal weights, missing answers, raked to two margins.</summary>
internal static class Synthetic
{
    public static (SurveyDesign Design, IReadOnlyList<CategoricalColumn> Questions, IReadOnlyList<CategoricalColumn?> Segments) Survey(int rows, int questions)
    {
        var random = new Random(20260101);
        var strata = Enumerable.Range(0, rows).Select(_ => random.Next(8)).ToArray();
        var clusters = Enumerable.Range(0, rows).Select(_ => random.Next(12)).ToArray();
        var weights = Enumerable.Range(0, rows).Select(_ => 1 + (4 * random.NextDouble())).ToArray();
        var design = SurveyDesign.Create(rows, new DesignDescription
        {
            Weights = new NumericColumn("w", weights),
            Strata = [UnitColumn.Of("h", strata)],
            Clusters = [UnitColumn.Of("c", clusters)],
            Nested = true,
        });
        var (region, age) = (Column(random, "region", rows, 7, 0), Column(random, "age", rows, 4, 0));
        var raked = design.Rake([Margin.Of(region, Totals(region, rows)), Margin.Of(age, Totals(age, rows))]).Design;
        var asked = Enumerable.Range(0, questions).Select(q => Column(random, $"q{q}", rows, 2 + (q % 5), 0.06)).ToList();
        return (raked, asked, [null, region, Column(random, "role", rows, 5, 0.03)]);
    }

    private static CategoricalColumn Column(Random random, string name, int rows, int k, double missing)
    {
        var codes = new byte[rows];
        for (var row = 0; row < rows; row++)
            codes[row] = random.NextDouble() < missing ? CategoricalColumn.MissingCode(MissingKind.Skipped) : (byte)(random.NextDouble() * random.NextDouble() * k);
        return new CategoricalColumn(name, Enumerable.Range(0, k).Select(c => $"c{c}").ToArray(), codes);
    }

    private static Dictionary<string, double> Totals(CategoricalColumn column, int rows) =>
        column.Categories.Select((c, i) => (c, Share: 1.0 / (2 + i))).ToDictionary(t => t.c, t => t.Share * 20 * rows / column.Categories.Select((_, i) => 1.0 / (2 + i)).Sum());
}
