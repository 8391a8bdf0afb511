namespace Diapason.Statistics;

/// <summary>What must not be published, and how wide a doubt must remain.</summary>
public sealed record ProtectionRule
{
    /// <summary>A cell of 1 to threshold − 1 people is suppressed; of 0 too when zeros are not published.</summary>
    public int Threshold { get; init; } = 5;

    /// <summary>Narrowest interval an attacker may derive for a suppressed cell, in the unit of the cells; the threshold when null. Amounts must give it.</summary>
    public double? MinimumWidth { get; init; }

    /// <summary>
    /// Whether cells of nobody are shown. A number of people that is hidden is then at least 1, and an attacker knows it; where protection had to hide a
    /// cell of nobody beside others, nothing of the kind is known of any of them. When false, cells of nobody are hidden as small ones are.
    /// </summary>
    public bool ZerosArePublished { get; init; } = true;

    /// <summary>Whether an attacker must also be unable to exclude 0: the interval of every suppressed cell then starts at 0. Needs zeros not to be published.</summary>
    public bool ZeroMustRemainPossible { get; init; }

    /// <summary>Number n of the dominance rule (0: no such rule).</summary>
    public int DominantContributors { get; init; }

    /// <summary>Share of a cell's value that its n largest contributors may not exceed; nor that of the sum of hidden cells that what is published gives.</summary>
    public double DominantShare { get; init; } = 0.85;

    /// <summary>Width in force.</summary>
    public double Width => MinimumWidth ?? Threshold;

    /// <exception cref="SurveyException"><see cref="SurveyError.InvalidValue"/>: a part of the rule makes no sense.</exception>
    internal void Check()
    {
        if (Threshold < 0 || DominantContributors < 0 || !(DominantShare > 0 && DominantShare <= 1) || !(Width >= 0) || double.IsInfinity(Width))
            throw new SurveyException(SurveyError.InvalidValue, "A rule needs a threshold, a number of contributors and a width of 0 or more, and a share between 0 and 1.");
        if (ZeroMustRemainPossible && ZerosArePublished)
            throw new SurveyException(SurveyError.InvalidValue, "Where zeros are published whatever is hidden is not 0: 0 cannot remain possible.");
    }

    /// <summary>Whether an interval leaves too little doubt.</summary>
    internal bool IsTooNarrow(double low, double high) => high - low < Width - 1e-7 || (ZeroMustRemainPossible && low > 1e-7);

    /// <summary>The most that some of the contributors named give, against the share allowed.</summary>
    internal bool IsDominated(IEnumerable<double> contributions, double value) =>
        DominantContributors > 0 && value > 0 && contributions.OrderDescending().Take(DominantContributors).Sum() > DominantShare * value;

    internal bool IsPrimary(DisclosureCell cell)
    {
        if (cell.Count < Threshold && (cell.Count > 0 || !ZerosArePublished))
            return true;
        return IsDominated(cell.Contributions, cell.Value);
    }
}
