using System.Runtime.InteropServices;

namespace Diapason.Deliberation;

/// <summary>How opinion groups are looked for. The defaults are those of Polis (Small et al. 2021).</summary>
public sealed record GroupingOptions
{
    /// <summary>Statements taken away by moderation, by identifier: they count as passed by everybody, and are never representative nor consensual.</summary>
    public IReadOnlyCollection<string> ModeratedOut { get; init; } = [];

    /// <summary>Statements about the people rather than the subject, by identifier: taken away like those above, their priority the constant 49.</summary>
    public IReadOnlyCollection<string> About { get; init; } = [];

    /// <summary>Votes below which a participant is left out of the groups (or the number of statements, when there are fewer); at least 1.</summary>
    public int MinimumVotes { get; init; } = 7;

    /// <summary>Where fewer than this many participants reach <see cref="MinimumVotes"/>, those with most votes are taken up to it.</summary>
    public int KeepAtLeast { get; init; } = 15;

    /// <summary>Participants counted in whatever they voted, by identifier: those whom an earlier analysis counted in.</summary>
    public IReadOnlyCollection<string> AlsoIncluded { get; init; } = [];

    /// <summary>Most base clusters, into which participants are gathered before groups are looked for; 2 to 1,000.</summary>
    public int BaseClusters { get; init; } = 100;

    /// <summary>Most groups that are tried; 2 to 10.</summary>
    public int MaximumGroups { get; init; } = 5;

    /// <summary>So many groups and no other number; null: as the silhouette says, smoothed over time.</summary>
    public int? Groups { get; init; }

    /// <summary>Where clusters start; null: sought afresh.</summary>
    public StartingCentres? Start { get; init; }
}

/// <summary>A place of the map of opinions.</summary>
/// <param name="X">Along the first component, in votes scaled for what was not seen.</param>
/// <param name="Y">Along the second.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Point(double X, double Y)
{
    internal double SquareTo(Point other) => ((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y));
}

/// <summary>Where clusters start: what an earlier analysis, or another program, ended with. Axes may be turned round: each is turned to fit best.</summary>
/// <param name="Groups">One a group; the number of groups is theirs. Empty: not given.</param>
/// <param name="Bases">One a base cluster. Empty: not given.</param>
public sealed record StartingCentres(IReadOnlyList<Point> Groups, IReadOnlyList<Point> Bases);
