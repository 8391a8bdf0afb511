using System.Globalization;

namespace Diapason.Statistics.Speed;

/// <summary>What the whole process holds in memory, as Linux counts it: empty, with the columns, and at most during the job.</summary>
internal static class Resident
{
    public static void Run(string csv)
    {
        var empty = Read("VmRSS");
        var (data, questions, margins) = Job.Read(csv);
        var reading = Read("VmHWM");
        GC.Collect(2, GCCollectionMode.Aggressive, true, true);
        var columns = data.Categoricals.Sum(c => (long)c.Count * (c.IsWide ? 2 : 1)) + (data.Numerics.Count * 8L * data.Rows);
        CategoricalColumn?[] segments = [null, data.Categorical("domain"), .. margins.Select(m => m.Columns[0])];
        foreach (var threads in (int[])[1, 2])
        {
            var before = Settle();
            var tables = Job.Design(data).Rake(margins).Design.Portraits(questions, segments, threads: threads);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"step\":\"resident\",\"threads\":{threads},\"columns_mb\":{columns / 1e6:F1},\"empty_process_mb\":{empty:F1},\"reading_the_csv_mb\":{reading:F1},\"with_columns_mb\":{before:F1},\"peak_mb\":{Read("VmHWM"):F1},\"tables\":{tables.Count}}}"));
        }
    }

    /// <summary>Collects, then starts the peak again from what is resident now.</summary>
    private static double Settle()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, true, true);
        File.WriteAllText("/proc/self/clear_refs", "5");
        return Read("VmRSS");
    }

    private static double Read(string field) => double.Parse(
        File.ReadLines("/proc/self/status").First(l => l.StartsWith(field + ":", StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) * 1024 / 1e6;
}
