using System.Diagnostics;
using System.Globalization;
using Diapason.Statistics;
using Diapason.Statistics.Speed;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["job", var csv, var output]:
        Job.Run(csv, output);
        break;
    case ["resident", var csv]:
        Resident.Run(csv);
        break;
    case ["tables", var csv]:
        Tables.Run(csv);
        break;
    case ["curve"]:
        Curve.Run();
        break;
    case ["publication"]:
        Publication.Run();
        break;
    default:
        Console.Error.WriteLine("job DATA.csv OUT.csv | resident DATA.csv | tables DATA.csv | curve | publication");
        return 1;
}
return 0;

namespace Diapason.Statistics.Speed
{
    /// <summary>Wall and processor time of a step: the best of several runs, after one that warms up.</summary>
    internal static class Clock
    {
        public static T Time<T>(string step, int runs, Func<T> work)
        {
            var result = work();
            var (wall, cpu) = (double.MaxValue, double.MaxValue);
            for (var run = 0; run < runs; run++)
            {
                var before = Process.GetCurrentProcess().TotalProcessorTime;
                var watch = Stopwatch.StartNew();
                result = work();
                wall = Math.Min(wall, watch.Elapsed.TotalMilliseconds);
                cpu = Math.Min(cpu, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"step\":\"{step}\",\"wall_ms\":{wall:F2},\"cpu_ms\":{cpu:F2}}}"));
            return result;
        }
    }
}
