namespace Diapason.Deliberation;

/// <summary>What an analysis passes on to the next.</summary>
/// <param name="BaseCentres">Centres of base clusters.</param>
/// <param name="GroupCentres">Centres of groups, by their number.</param>
/// <param name="Count">How many groups there were.</param>
internal sealed record ClusterMemory(Point[] BaseCentres, IReadOnlyDictionary<int, Point[]> GroupCentres, GroupCountMemory? Count);

/// <summary>The number of groups is kept until another has been best four times running (as Polis smooths it).</summary>
internal sealed record GroupCountMemory(int Kept, int Best, int Times)
{
    private const int TimesToMove = 4;

    public static GroupCountMemory Next(GroupCountMemory? before, int best)
    {
        if (before is null) return new(best, best, 1);
        var times = before.Best == best ? before.Times + 1 : 1;
        return new(times >= TimesToMove ? best : before.Kept, best, times);
    }
}

/// <summary>Base clusters, then groups of them.</summary>
internal sealed record FoundClusters(int[] BaseOf, Point[] BaseCentres, Clusters Groups, IReadOnlyList<GroupCount> Counts, ClusterMemory Memory);

internal static class FindClusters
{
    // Fewer base clusters than this a group more: two groups from the start, a third from a dozen.
    private const int BasesAGroup = 12;

    // A fresh start takes over from where groups were only when it is clearly tighter: groups that are looked at should not jump.
    private const double ClearlyTighter = 0.9;

    public static FoundClusters Run(Point[] points, GroupingOptions options, ClusterMemory? before)
    {
        var start = options.Start is null ? null : Turned(points, options.Start);
        var bases = Bases(points, options.BaseClusters, start is { Bases.Count: > 0 } ? [.. start.Bases] : null, before?.BaseCentres ?? []);
        var weighted = new WeightedPoints(bases.Centres, [.. bases.Labels.CountBy(label => label).OrderBy(one => one.Key).Select(one => (double)one.Value)]);
        var given = start is { Groups.Count: > 0 } ? start.Groups.ToArray() : null;
        var (found, counts) = (new Dictionary<int, Clusters>(), new List<GroupCount>());
        foreach (var k in Numbers(bases.Centres.Length, options, given))
        {
            var clusters = Groups(weighted, k, given, before?.GroupCentres.GetValueOrDefault(k));
            if (!found.TryAdd(clusters.Centres.Length, clusters)) continue;
            counts.Add(new(clusters.Centres.Length, Silhouette.Of(weighted, clusters.Labels, clusters.Centres.Length)));
        }

        var best = counts.MaxBy(one => one.Silhouette).Groups;
        var count = given is null && options.Groups is null ? GroupCountMemory.Next(before?.Count, best) : new(best, best, 1);
        var chosen = given is null && options.Groups is null && found.ContainsKey(count!.Kept) ? count.Kept : best;
        return new(bases.Labels, bases.Centres, found[chosen], counts, new(bases.Centres, found.ToDictionary(one => one.Key, one => one.Value.Centres), count));
    }

    private static IEnumerable<int> Numbers(int bases, GroupingOptions options, Point[]? given)
    {
        if (given is not null) return [Math.Min(bases, given.Length)];
        if (options.Groups is { } asked) return [Math.Min(bases, asked)];
        var most = Math.Min(Math.Min(options.MaximumGroups, 2 + (bases / BasesAGroup)), bases);
        return most < 2 ? [1] : Enumerable.Range(2, most - 1);
    }

    private static Clusters Groups(WeightedPoints bases, int k, Point[]? given, Point[]? before)
    {
        if (given is not null) return Clusters.From(bases, given);
        var fresh = Clusters.Best(bases, k);
        if (before is null) return fresh;
        var kept = Clusters.From(bases, before);
        return kept.Centres.Length < fresh.Centres.Length || fresh.Inertia < kept.Inertia * ClearlyTighter ? fresh : kept;
    }

    // Everybody apart where they are few enough, but for those at one same place.
    private static Clusters Bases(Point[] points, int most, Point[]? given, Point[] before)
    {
        var places = points.Distinct().ToArray();
        if (places.Length > most)
        {
            var people = WeightedPoints.Alike(points);
            return Clusters.From(people, given ?? Clusters.Drawn(people, most, new Random(0), Clusters.Held(points, before)));
        }

        var numbers = places.Index().ToDictionary(one => one.Item, one => one.Index);
        return new([.. points.Select(point => numbers[point])], places, 0);
    }

    // Components come from any program on either side: of the four ways of turning both axes round, the one in which points are nearest to the centres.
    private static StartingCentres Turned(Point[] points, StartingCentres start)
    {
        var centres = start.Bases.Concat(start.Groups).ToArray();
        var (x, y) = new[] { (1, 1), (1, -1), (-1, 1), (-1, -1) }.MinBy(turn => points.Sum(point => centres.Min(centre => point.SquareTo(new(centre.X * turn.Item1, centre.Y * turn.Item2)))));
        return new([.. start.Groups.Select(one => new Point(one.X * x, one.Y * y))], [.. start.Bases.Select(one => new Point(one.X * x, one.Y * y))]);
    }
}
