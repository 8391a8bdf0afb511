using System.Globalization;

namespace Diapason.Load;

/// <summary>The resident memory of the server while it is asked, as Linux counts it, every ten seconds.</summary>
internal static class Memory
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <returns>The median of the second tenth of the time, once the server is warm, that of the last, and how far the second is from the first.</returns>
    public static async Task<string> WatchAsync(int process, CancellationToken cancel)
    {
        var seen = new List<double>();
        try
        {
            for (; ; await Task.Delay(Pause, cancel)) seen.Add(Resident(process));
        }
        catch (OperationCanceledException)
        {
            var tenth = Math.Max(1, seen.Count / 10);
            var (first, last) = (Median(seen.Skip(tenth).Take(tenth)), Median(seen.TakeLast(tenth)));
            return string.Create(CultureInfo.InvariantCulture, $"resident memory, MB  warm {first:F0}  end {last:F0}  ({(last - first) / first:P1}, most {seen.Max():F0}, {seen.Count} looks)");
        }
    }

    private static double Resident(int process) =>
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1] is var kilobytes
            ? double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024 : 0;

    private static double Median(IEnumerable<double> values) => values.DefaultIfEmpty(0).Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
