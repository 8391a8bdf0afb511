namespace Diapason.Statistics;

/// <summary>What must not be published, and how wide a doubt must remain.</summary>
public sealed record ProtectionRule
{
    /// <summary>A cell of 1 to threshold − 1 people is suppressed.</summary>
    public int Threshold { get; init; } = 5;

    /// <summary>Narrowest interval an attacker may derive for a suppressed cell, in the unit of the cells; the threshold when null. Amounts must give it.</summary>
    public double? MinimumWidth { get; init; }

    /// <summary>Number n of the dominance rule (0: no such rule).</summary>
    public int DominantContributors { get; init; }

    /// <summary>Share of a cell's value that its n largest contributors may not exceed.</summary>
    public double DominantShare { get; init; } = 0.85;

    /// <summary>Width in force.</summary>
    public double Width => MinimumWidth ?? Threshold;

    /// <exception cref="SurveyException"><see cref="SurveyError.InvalidValue"/>: a part of the rule makes no sense.</exception>
    internal void Check()
    {
        if (Threshold < 0 || DominantContributors < 0 || !(DominantShare > 0 && DominantShare <= 1) || !(Width >= 0) || double.IsInfinity(Width))
            throw new SurveyException(SurveyError.InvalidValue, "A rule needs a threshold, a number of contributors and a width of 0 or more, and a share between 0 and 1.");
    }

    internal bool IsPrimary(DisclosureCell cell)
    {
        if (cell.Count > 0 && cell.Count < Threshold)
            return true;
        if (DominantContributors == 0 || cell.Contributions.Count == 0 || cell.Value == 0)
            return false;
        return cell.Contributions.OrderDescending().Take(DominantContributors).Sum() > DominantShare * cell.Value;
    }
}
