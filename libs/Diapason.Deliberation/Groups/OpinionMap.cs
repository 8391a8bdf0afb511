namespace Diapason.Deliberation;

/// <summary>
/// Opinion groups found in votes, what sets each apart and what unites them. Votes become two coordinates a participant (principal components with missing votes),
/// participants base clusters, base clusters groups (k-means, their number by silhouette). The mathematics is that of Polis: Small, Bjorkegren, Erkkilä, Shaw and
/// Megill 2021, <i>Polis: Scaling Deliberation by Mapping High Dimensional Opinion Spaces</i>, Recerca 26(2). The same votes give the same map, whatever the machine.
/// </summary>
/// <remarks>Everybody alike, one person, no vote: one group or none, at the middle. No number is ever NaN.</remarks>
public sealed class OpinionMap
{
    private readonly ClusterMemory? _memory;

    private OpinionMap(VoteTable votes, GroupingOptions options, OpinionMap? before)
    {
        (Votes, Options) = (votes, options);
        var marks = new StatementMarks(Marked(options.ModeratedOut.Concat(options.About)), Marked(options.About));
        var projection = Projection.Of(votes, marks.Out, before?.Components as double[][]);
        (Centre, Components, Inertia, Coordinates) = (projection.Centre, projection.Components, projection.Inertia, projection.Coordinates());
        Included = IncludeParticipants.Run(votes, options, before?.Included ?? []);
        var groups = new List<OpinionGroup>();
        if (Included.Count > 0)
        {
            var found = FindClusters.Run([.. Included.Select(participant => Coordinates[participant])], options, before?._memory);
            (_memory, GroupCounts) = (found.Memory, found.Counts);
            BaseClusters = [.. Members(found.BaseOf, found.BaseCentres.Length).Select((members, i) => new BaseCluster(members, found.BaseCentres[i]))];
            groups.AddRange(Named(found, before));
        }

        (GroupOfParticipant, NamesGiven) = (Membership(groups), Math.Max(NamesGiven, before?.NamesGiven ?? 0));
        Statements = MeasureStatements.Run(votes, projection, new(GroupOfParticipant, groups.Count), marks);
        Consensus = FindConsensus.Run(Statements);
        Groups = [.. groups.Select((group, g) => group with { Representative = groups.Count < 2 ? [] : FindRepresentative.Run(Statements, g) })];
    }

    /// <summary>The votes it was found in.</summary>
    public VoteTable Votes { get; }

    /// <summary>How it was found.</summary>
    public GroupingOptions Options { get; }

    /// <summary>Mean vote of each statement, −1 to 1: what a missing vote counts as. 0 for a statement taken away.</summary>
    public IReadOnlyList<double> Centre { get; }

    /// <summary>Two unit vectors over statements. The side of each is arbitrary, and kept from one analysis to the next. Zeros where votes do not vary in so many directions.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Components { get; }

    /// <summary>Sum of squares of centred votes along each component.</summary>
    public IReadOnlyList<double> Inertia { get; }

    /// <summary>Where each participant is, by number, those left out of the groups too.</summary>
    public IReadOnlyList<Point> Coordinates { get; }

    /// <summary>Participants counted in the groups, by number, increasing.</summary>
    public IReadOnlyList<int> Included { get; }

    /// <summary>Participants gathered before groups were looked for.</summary>
    public IReadOnlyList<BaseCluster> BaseClusters { get; } = [];

    /// <summary>The numbers of groups that were tried; the one kept may be another than the best now, since it moves only when another is best four times running.</summary>
    public IReadOnlyList<GroupCount> GroupCounts { get; } = [];

    /// <summary>The groups, by name: the largest is A at first, or the first of those whose centres were given.</summary>
    public IReadOnlyList<OpinionGroup> Groups { get; }

    /// <summary>What the votes say of each statement.</summary>
    public IReadOnlyList<StatementMeasure> Statements { get; }

    /// <summary>What unites everybody, whatever their group.</summary>
    public Consensus Consensus { get; }

    internal int NamesGiven { get; private set; }

    private int[] GroupOfParticipant { get; }

    /// <summary>Finds the groups.</summary>
    /// <param name="votes">Who voted what.</param>
    /// <param name="options">Null: the defaults.</param>
    /// <exception cref="DeliberationException"><see cref="DeliberationError.InvalidValue"/>: an option is out of its domain.</exception>
    public static OpinionMap Of(VoteTable votes, GroupingOptions? options = null) => new(votes, Checked(options ?? new()), null);

    /// <summary>The map with later votes: starts where this one ended, keeps the number of groups until another is best four times running, and the names of groups.</summary>
    /// <param name="votes">In the order in which they were cast; the last of a participant on a statement stands.</param>
    /// <param name="options">Null: those of this map, without its starting centres.</param>
    /// <exception cref="DeliberationException">As <see cref="Of"/>, or a vote that <see cref="VoteTable.With"/> refuses.</exception>
    public OpinionMap With(IReadOnlyCollection<CastVote> votes, GroupingOptions? options = null) => new(Votes.With(votes), Checked(options ?? Options with { Start = null }), this);

    /// <summary>The position in <see cref="Groups"/> of a participant's group; null when they are in none.</summary>
    public int? GroupOf(int participant) => GroupOfParticipant[participant] is >= 0 and var group ? group : null;

    private static GroupingOptions Checked(GroupingOptions options)
    {
        Within(options.MinimumVotes, 1, int.MaxValue, nameof(options.MinimumVotes));
        Within(options.KeepAtLeast, 0, int.MaxValue, nameof(options.KeepAtLeast));
        Within(options.BaseClusters, 2, 1000, nameof(options.BaseClusters));
        Within(options.MaximumGroups, 2, 10, nameof(options.MaximumGroups));
        Within(options.Groups ?? 1, 1, 10, nameof(options.Groups));
        Within(options.Start?.Groups.Count ?? 0, 0, 10, nameof(options.Start));
        Within(options.Start?.Bases.Count ?? 0, 0, 1000, nameof(options.Start));
        if (options.Start is { } start && start.Groups.Concat(start.Bases).Any(one => !double.IsFinite(one.X) || !double.IsFinite(one.Y))) throw new DeliberationException(DeliberationError.InvalidValue, "A centre is not a finite place.");
        return options.Start is { Groups.Count: 0, Bases.Count: 0 } ? options with { Start = null } : options;
    }

    private static void Within(int value, int least, int most, string name)
    {
        if (value < least || value > most) throw new DeliberationException(DeliberationError.InvalidValue, $"{name} is {value}: it must be {least} to {most}.");
    }

    private bool[] Marked(IEnumerable<string> statements)
    {
        var marks = new bool[Votes.Statements.Count];
        foreach (var statement in statements)
            if (Votes.StatementOf(statement) is >= 0 and var number) marks[number] = true;
        return marks;
    }

    private int[][] Members(int[] labels, int clusters)
    {
        var members = Enumerable.Range(0, clusters).Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < labels.Length; i++) members[labels[i]].Add(Included[i]);
        return [.. members.Select(one => one.ToArray())];
    }

    private List<OpinionGroup> Named(FoundClusters found, OpinionMap? before)
    {
        var members = Members([.. found.BaseOf.Select(one => found.Groups.Labels[one])], found.Groups.Centres.Length);
        var names = NameGroups.Run(members, before, inOrder: Options.Start is { Groups.Count: > 0 });
        NamesGiven = names.Given;
        return [.. members.Select((people, g) => new OpinionGroup
        {
            Name = names.Names[g], Members = people, Centre = found.Groups.Centres[g],
            BaseClusters = [.. Enumerable.Range(0, found.BaseCentres.Length).Where(one => found.Groups.Labels[one] == g)],
        }).OrderBy(group => group.Name.Length).ThenBy(group => group.Name, StringComparer.Ordinal)];
    }

    private int[] Membership(List<OpinionGroup> groups)
    {
        var of = new int[Votes.Participants.Count];
        Array.Fill(of, -1);
        foreach (var (g, group) in groups.Index())
            foreach (var member in group.Members) of[member] = g;
        return of;
    }
}
