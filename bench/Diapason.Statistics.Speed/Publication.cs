using Diapason.Statistics.Publication;

namespace Diapason.Statistics.Speed;

/// <summary>A night of private publication: 160,000 answers, 6 breakdowns of 10 segments, 60 questions; planning when nothing is due, when all is, and the draws.</summary>
internal static class Publication
{
    private const int People = 160_000;
    private const int Questions = 60;

    public static void Run()
    {
        var random = new Random(34);
        int[] admitted = [.. Enumerable.Range(0, People).Select(i => 1 + Math.Max(0, (int)Math.Log2((i + 1) / 40.0)))];
        ulong[] keys = [.. admitted.Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue))];
        byte[][] breakdowns = [.. Enumerable.Range(0, 6).Select(_ => admitted.Select(_ => (byte)random.Next(10)).ToArray())];
        ulong[][] answered = [.. Enumerable.Range(0, Questions).Select(_ => Enumerable.Range(0, People / 64).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue) | (ulong)random.NextInt64(long.MinValue, long.MaxValue)).ToArray())];
        var people = new AdmittedAnswers(admitted, keys, breakdowns, answered);
        var planner = new EditionPlanner(new PublicationRules());
        var waiting = new EditionPlanner(new PublicationRules()).Plan(new NightlyRun(13, 0), people, []).Rows.Select(r => r.Next).ToList();
        var opened = Clock.Time("publication: 61 rows × 60 questions open", 7, () => planner.Plan(new NightlyRun(13, 7), people, waiting));
        var published = opened.Rows.Select(r => r.Next).ToList();
        Clock.Time("publication: a night with nothing due", 7, () => planner.Plan(new NightlyRun(14, 8), people, published));
        var old = published.Select(s => Aged(s)).ToList();
        var plan = Clock.Time("publication: all refreshed after six doublings", 7, () => planner.Plan(new NightlyRun(13, 8), people, old));
        Console.WriteLine($"{{\"rows\":{plan.Rows.Count(r => r.Outcome == RowOutcome.Refreshed)}}}");
        using var source = new NoiseSource(new byte[32]);
        var door = new PublicationDoor(source);
        var figure = new FigureKey([1, 2, 3, 4, 5, 6, 7], "q", "o");
        Clock.Time("publication: 3,660 draws of a seventh refresh", 7, () => Enumerable.Range(0, 3660).Sum(i => door.Share(figure with { Question = $"q{i}" }, 0.4, WeightSummary.Unweighted(2600), 1).Share));
    }

    private static RowState Aged(RowState state) => state with
    {
        Refreshes = [.. Enumerable.Range(6, 6).Select(e => new RowRefresh(e, 16 << (e - 6), (ulong)e))],
        Questions = [.. state.Questions.Select(_ => new QuestionState([6, 7, 8, 9, 10, 11], [32, 64, 128, 256, 512, 1024], 1024))],
    };
}
