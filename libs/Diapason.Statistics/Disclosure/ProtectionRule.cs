namespace Diapason.Statistics;

/// <summary>What must not be published, and how wide a doubt must remain.</summary>
public sealed record ProtectionRule
{
    /// <summary>A cell of 1 to threshold − 1 people is suppressed.</summary>
    public int Threshold { get; init; } = 5;

    /// <summary>Narrowest interval an attacker may derive for a suppressed cell, in the unit of the cells; the threshold when null.</summary>
    public double? MinimumWidth { get; init; }

    /// <summary>Number n of the dominance rule (0: no such rule).</summary>
    public int DominantContributors { get; init; }

    /// <summary>Share of a cell's value that its n largest contributors may not exceed.</summary>
    public double DominantShare { get; init; } = 0.85;

    /// <summary>Width in force.</summary>
    public double Width => MinimumWidth ?? Threshold;

    internal bool IsPrimary(DisclosureCell cell)
    {
        if (cell.Count > 0 && cell.Count < Threshold)
            return true;
        if (DominantContributors == 0 || cell.Contributions.Count == 0 || cell.Value == 0)
            return false;
        return cell.Contributions.OrderDescending().Take(DominantContributors).Sum() > DominantShare * cell.Value;
    }
}
