using System.Globalization;

namespace Diapason.Statistics.Speed;

/// <summary>The job that R and DuckDB also run: rake to four margins, then shares of every question by a domain with errors after calibration.</summary>
internal static class Job
{
    private static readonly string[] Margins = ["m_region", "m_size", "m_job", "m_age"];

    public static void Run(string csv, string output)
    {
        var (data, questions, margins) = Read(csv);
        var loaded = GC.GetTotalMemory(true);
        var design = Clock.Time("design", 5, () => Design(data));
        var raked = Clock.Time("rake to 1e-10", 9, () => design.Rake(margins));
        Console.WriteLine($"{{\"step\":\"raking\",\"iterations\":{raked.Report.Iterations},\"kish\":{raked.Report.KishDesignEffect:R}}}");
        var domain = data.Categorical("domain");
        // A fresh design each time: what is computed once for a design is part of the job.
        var tables = Clock.Time("60 questions by domain, 1 thread", 7, () => design.Rake(margins).Design.Portraits(questions, [domain]));
        Clock.Time("60 questions by domain, 2 threads", 7, () => design.Rake(margins).Design.Portraits(questions, [domain], threads: 2));
        CategoricalColumn?[] segments = [null, domain, .. Margins.Select(data.Categorical)];
        Clock.Time("60 questions by 6 segments, 1 thread", 3, () => raked.Design.Portraits(questions, segments));
        Clock.Time("60 questions by 6 segments, 2 threads", 3, () => raked.Design.Portraits(questions, segments, threads: 2));
        var alone = SurveyDesign.Independent(data.Numeric("w")).Rake(margins).Design;
        Clock.Time("60 questions by 6 segments, no clusters, 2 threads", 3, () => alone.Portraits(questions, segments, threads: 2));
        Memory(data, () => design.Rake(margins).Design, d => d.Portraits(questions, segments), loaded);
        Write(tables, output);
    }

    /// <summary>The columns, the sixty questions and the four margins.</summary>
    public static (SurveyData Data, List<CategoricalColumn> Questions, List<Margin> Margins) Read(string csv)
    {
        var data = Csv.Parse(File.ReadAllText(csv), ["id", "w"]);
        var questions = data.Categoricals.Where(c => c.Name.StartsWith('q')).OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        var totals = File.ReadLines(csv.Replace(".csv", ".margins.csv", StringComparison.Ordinal)).Skip(1).Select(l => l.Split(','))
            .GroupBy(f => f[0]).ToDictionary(g => g.Key, g => g.ToDictionary(f => f[1], f => double.Parse(f[2], CultureInfo.InvariantCulture)));
        return (data, questions, Margins.Select(m => Margin.Of(data.Categorical(m), totals[m])).ToList());
    }

    public static SurveyDesign Design(SurveyData data) => SurveyDesign.Create(data.Rows, new DesignDescription
    {
        Weights = data.Numeric("w"),
        Strata = [UnitColumn.Of(data.Categorical("stratum"))],
        Clusters = [UnitColumn.Of(data.Categorical("psu"))],
        Nested = true,
    });

    /// <summary>What a raked design keeps, and what a portrait allocates, against the columns.</summary>
    private static void Memory(SurveyData data, Func<SurveyDesign> rake, Func<SurveyDesign, IReadOnlyList<ShareTable>> portray, long loaded)
    {
        var columns = data.Categoricals.Sum(c => (long)c.Count * (c.IsWide ? 2 : 1)) + (data.Numerics.Count * 8L * data.Rows);
        var before = GC.GetTotalMemory(true);
        var raked = rake();
        var allocated = GC.GetTotalAllocatedBytes(true);
        var tables = portray(raked);
        allocated = GC.GetTotalAllocatedBytes(true) - allocated;
        var kept = GC.GetTotalMemory(true) - before;
        GC.KeepAlive(tables);
        GC.KeepAlive(raked);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"step\":\"memory\",\"columns_mb\":{columns / 1e6:F1},\"raked_design_and_360_tables_mb\":{kept / 1e6:F1},\"allocated_by_the_portrait_mb\":{allocated / 1e6:F1},\"loaded_mb\":{loaded / 1e6:F1}}}"));
    }

    private static void Write(IReadOnlyList<ShareTable> tables, string output)
    {
        using var writer = new StreamWriter(output);
        writer.WriteLine("q,domain,level,est,se");
        foreach (var table in tables)
        {
            for (var k = 0; k < table.Categories; k++)
            {
                for (var s = 0; s < table.Segments; s++)
                {
                    if (table[s, k] is { } e)
                        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Question.Name},{table.Segment!.Categories[s]},{table.Question.Categories[k]},{e.Value:R},{e.StandardError:R}"));
                }
            }
        }
    }
}
