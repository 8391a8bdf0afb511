namespace Diapason.Statistics;

/// <summary>What becomes of a cell.</summary>
public enum CellStatus
{
    /// <summary>May be shown.</summary>
    Published,
    /// <summary>Suppressed for itself: too few people, or dominated.</summary>
    Primary,
    /// <summary>Suppressed so that others cannot be derived from it.</summary>
    Secondary,
    /// <summary>Never shown and asks for no protection; it only takes part in sums.</summary>
    Unpublished,
}

/// <summary>A number that may be published, and what the rules need to know of it.</summary>
/// <param name="Name">What it is, for refusals.</param>
/// <param name="Count">People in it.</param>
/// <param name="Value">Number published; the count when it is a table of counts.</param>
public sealed record DisclosureCell(string Name, int Count, double Value)
{
    /// <summary>Largest contributions to the value, for dominance; empty when the rule does not apply.</summary>
    public IReadOnlyList<double> Contributions { get; init; } = [];

    /// <summary>Whether it may be suppressed to protect others.</summary>
    public bool MayBeSecondary { get; init; } = true;

    /// <summary>Order in which cells are sacrificed: those of lower reluctance first.</summary>
    public int Reluctance { get; init; }

    /// <summary>Whether it is shown unless suppressed.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>Whether its value is an amount; a number of people is whole, which narrows what an attacker can derive.</summary>
    public bool HasFractions { get; init; }

    /// <summary>Whether its value is a whole number of people.</summary>
    public bool IsWhole => !HasFractions && Contributions.Count == 0 && Value == Count;
}
