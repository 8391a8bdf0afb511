using System.Runtime.InteropServices;

namespace Diapason.Deliberation;

/// <summary>Participants close to one another, gathered before groups are looked for.</summary>
/// <param name="Members">Their numbers, increasing; never empty.</param>
/// <param name="Centre">The mean of their coordinates.</param>
public sealed record BaseCluster(IReadOnlyList<int> Members, Point Centre);

/// <summary>Participants who voted alike.</summary>
public sealed record OpinionGroup
{
    /// <summary>A letter, then letters with a number: the same from one analysis to the next for as long as half of the smaller of both is common. Never given again to another.</summary>
    public required string Name { get; init; }

    /// <summary>Numbers of participants, increasing; never empty.</summary>
    public required IReadOnlyList<int> Members { get; init; }

    /// <summary>The mean of the members' coordinates, by base clusters.</summary>
    public required Point Centre { get; init; }

    /// <summary>Positions in <see cref="OpinionMap.BaseClusters"/>.</summary>
    public required IReadOnlyList<int> BaseClusters { get; init; }

    /// <summary>What sets this group apart, five at most: agreements first.</summary>
    public IReadOnlyList<RepresentativeStatement> Representative { get; init; } = [];
}

/// <summary>How well so many groups hold apart.</summary>
/// <param name="Groups">How many.</param>
/// <param name="Silhouette">Mean width over participants, each at the centre of their base cluster (Rousseeuw 1987), −1 to 1; 0 when there is one group, or everybody is alone.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GroupCount(int Groups, double Silhouette);
