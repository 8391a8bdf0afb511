using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Diapason.Statistics.Speed;

/// <summary>Cost of a row from a thousand to ten million, beside the memory bandwidth of the machine in the same run.</summary>
internal static class Curve
{
    private const int Questions = 4;

    public static void Run()
    {
        Console.WriteLine($"{{\"step\":\"bandwidth\",\"read_gb_s\":{Bandwidth():F2}}}");
        foreach (var rows in (int[])[1_000, 10_000, 100_000, 1_000_000, 10_000_000])
        {
            var (design, questions, segment) = Survey(rows);
            var runs = Math.Clamp(2_000_000 / rows, 2, 200);
            design.Portraits(questions, [segment]);
            var best = double.MaxValue;
            for (var run = 0; run < runs; run++)
            {
                var watch = Stopwatch.StartNew();
                design.Portraits(questions, [segment]);
                best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"rows\":{rows},\"ms\":{best:F3},\"ns_row_question\":{best * 1e6 / rows / Questions:F2}}}"));
        }
    }

    /// <summary>Reads 400 MB in order, best of five.</summary>
    private static double Bandwidth()
    {
        var buffer = new double[50_000_000];
        Array.Fill(buffer, 1.0);
        double best = 0, sink = 0;
        for (var run = 0; run < 5; run++)
        {
            var watch = Stopwatch.StartNew();
            var sums = new Vector<double>[4];
            var vectors = MemoryMarshal.Cast<double, Vector<double>>(buffer);
            for (var v = 0; v + 3 < vectors.Length; v += 4)
            {
                for (var lane = 0; lane < 4; lane++)
                    sums[lane] += vectors[v + lane];
            }
            sink += Vector.Sum(sums[0] + sums[1] + sums[2] + sums[3]);
            best = Math.Max(best, buffer.Length * 8 / 1e9 / watch.Elapsed.TotalSeconds);
        }
        return sink > 0 ? best : 0;
    }

    private static (SurveyDesign Design, List<CategoricalColumn> Questions, CategoricalColumn Segment) Survey(int rows)
    {
        var random = new Random(7);
        int[] Draw(int k) => Enumerable.Range(0, rows).Select(_ => random.Next(k)).ToArray();
        CategoricalColumn Column(string name, int k) => new(name, Enumerable.Range(0, k).Select(c => $"{c}").ToArray(), Draw(k).Select(c => (byte)c).ToArray());
        var design = SurveyDesign.Create(rows, new DesignDescription
        {
            Weights = new NumericColumn("w", Enumerable.Range(0, rows).Select(_ => 1 + random.NextDouble()).ToArray()),
            Strata = [UnitColumn.Of("h", Draw(10))],
            Clusters = [UnitColumn.Of("c", Draw(20))],
            Nested = true,
        });
        var margins = new[] { Column("a", 6), Column("b", 5) }.Select(c => Margin.Of(c, c.Categories.ToDictionary(k => k, _ => rows * 10.0 / c.Categories.Count))).ToList();
        return (design.Rake(margins).Design, Enumerable.Range(0, Questions).Select(q => Column($"q{q}", 5)).ToList(), Column("s", 8));
    }
}
