namespace Diapason.Statistics;

/// <summary>Scores of training needs from pairs of importance and mastery.</summary>
public static class Needs
{
    /// <summary>Borich's mean weighted discrepancy: mean of (importance − mastery) × mean importance (Borich 1980).</summary>
    /// <param name="importance">Importance of the competency, a number.</param>
    /// <param name="mastery">Mastery of it, on the same scale.</param>
    /// <param name="domain">Subpopulation, or null.</param>
    /// <returns>A statistic over rows with both; the larger, the greater the need. Its error counts that both means are estimated.</returns>
    public static Statistic Borich(NumericColumn importance, NumericColumn mastery, Domain? domain = null)
    {
        var gap = Scales.Combine("gap", [importance, mastery], v => v[0] - v[1]);
        var paired = Scales.Combine(importance.Name, [importance, mastery], v => v[0]);
        return Statistic.Function(
            $"Borich({importance.Name}, {mastery.Name})", [Statistic.Mean(gap, domain), Statistic.Mean(paired, domain)], m => m[0] * m[1], m => [m[1], m[0]]);
    }

    /// <summary>Ranked discrepancy: 100 × (share with mastery above importance − share below), −100…100 (Narine &amp; Harder 2021).</summary>
    /// <returns>A statistic over rows with both; the more negative, the greater the need.</returns>
    /// <inheritdoc cref="Borich"/>
    public static Statistic RankedDiscrepancy(NumericColumn importance, NumericColumn mastery, Domain? domain = null) =>
        Statistic.Mean(Scales.Combine($"ranked({importance.Name}, {mastery.Name})", [importance, mastery], v => 100 * Math.Sign(v[1] - v[0])), domain);
}
