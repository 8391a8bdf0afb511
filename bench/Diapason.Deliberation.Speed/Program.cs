using System.Diagnostics;
using System.Globalization;
using Diapason.Deliberation;

// How long opinion groups take: dotnet Diapason.Deliberation.Speed.dll VOTES.csv [STATEMENTS.csv] | PARTICIPANTS STATEMENTS (invented, nine in ten missing)
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine($"{Environment.ProcessorCount} processors, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
var numbers = args.Length == 2 && int.TryParse(args[0], out var people) && int.TryParse(args[1], out var statements) ? (People: people, Statements: statements) : default;
if (args.Length == 0) return 1;
if (numbers.People > 0) Measure(VoteTable.Of(Invented(numbers.People, numbers.Statements)), new());
else
{
    var text = File.ReadAllText(args[0]);
    var read = Clock("read", () => VoteCsv.Read(text));
    var listed = args.Length > 1 ? StatementCsv.Read(File.ReadAllText(args[1])).Statements : [];
    Measure(read.Votes ?? throw new InvalidOperationException($"{read.Errors} errors."), new() { ModeratedOut = [.. listed.Where(one => one.ModeratedOut).Select(one => one.Id)] });
}

return 0;

static void Measure(VoteTable votes, GroupingOptions options)
{
    var map = Clock("whole", () => OpinionMap.Of(votes, options));
    Console.WriteLine($"{votes.Participants.Count} participants, {votes.Statements.Count} statements, {votes.Count} votes, {map.Included.Count} included, {map.BaseClusters.Count} base clusters, {map.Groups.Count} groups, silhouettes {string.Join(' ', map.GroupCounts.Select(one => $"{one.Groups}: {one.Silhouette:F4}"))}");
    var later = Enumerable.Range(0, 50).Select(i => new CastVote(votes.Participants[i * 7 % votes.Participants.Count], votes.Statements[i * 13 % votes.Statements.Count], (Vote)((i % 3) - 1))).ToList();
    Clock("fifty votes more", () => map.With(later));
}

static T Clock<T>(string step, Func<T> work)
{
    var result = work();
    var (walls, cpu) = (new List<double>(), double.MaxValue);
    for (var run = 0; run < 9; run++)
    {
        using var process = Process.GetCurrentProcess();
        var (before, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        result = work();
        walls.Add(watch.Elapsed.TotalMilliseconds);
        process.Refresh();
        cpu = Math.Min(cpu, (process.TotalProcessorTime - before).TotalMilliseconds);
    }

    walls.Sort();
    Console.WriteLine($"{{\"step\":\"{step}\",\"wall_ms_best\":{walls[0]:F1},\"wall_ms_median\":{walls[4]:F1},\"cpu_ms_best\":{cpu:F1}}}");
    return result;
}

// Four groups of opinions, of which three votes in four are those of one's group.
static IEnumerable<CastVote> Invented(int people, int statements)
{
    var random = new Random(1);
    var opinions = Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, statements).Select(_ => random.Next(20) switch { < 7 => Vote.Disagree, < 11 => Vote.Pass, _ => Vote.Agree }).ToArray()).ToArray();
    for (var who = 0; who < people; who++)
    {
        var group = opinions[random.Next(10) switch { < 4 => 0, < 7 => 1, < 9 => 2, _ => 3 }];
        for (var what = 0; what < statements; what++)
            if (random.Next(10) == 0) yield return new($"p{who}", $"s{what}", random.Next(4) > 0 ? group[what] : (Vote)(random.Next(3) - 1));
    }
}
