namespace Diapason.Statistics;

/// <summary>Plays the attacker: from all that is published together, the interval of every suppressed cell.</summary>
/// <remarks>
/// Bounds are those of the linear program over the unknown cells, ≥ 0, with whole-number cells rounded inwards; exact for two-way tables, an
/// outer bound of the integer problem otherwise. Source: Hundepool et al. (2012), Statistical Disclosure Control, ch. 4.
/// </remarks>
public static class DisclosureAudit
{
    /// <summary>Intervals of the cells suppressed for themselves.</summary>
    public static IReadOnlyList<DerivedInterval> Intervals(SuppressionPlan plan) => UnknownBlock.Of(plan).SelectMany(b => b.Bounds(double.PositiveInfinity)).ToList();

    /// <summary>Primary cells whose interval is narrower than the rule asks.</summary>
    public static IReadOnlyList<DerivedInterval> Exposed(SuppressionPlan plan, ProtectionRule rule) => Exposed(plan, rule, []);

    /// <summary>As above, without solving again the blocks already found safe.</summary>
    internal static List<DerivedInterval> Exposed(SuppressionPlan plan, ProtectionRule rule, HashSet<string> safe)
    {
        var result = new List<DerivedInterval>();
        foreach (var block in UnknownBlock.Of(plan).Where(b => !safe.Contains(b.Key)))
        {
            var exposed = block.Bounds(rule.Width).Where(i => i.Width < rule.Width - 1e-7).ToList();
            result.AddRange(exposed);
            if (exposed.Count == 0)
                safe.Add(block.Key);
        }
        return result;
    }

    /// <summary>Fails when any protected cell can be derived too closely.</summary>
    /// <exception cref="SurveyException"><see cref="SurveyError.Disclosure"/>, naming the cell.</exception>
    public static void Verify(SuppressionPlan plan, ProtectionRule rule)
    {
        for (var c = 0; c < plan.Statuses.Count; c++)
        {
            var cell = plan.Family.Cells[c];
            if (cell.IsShown && plan.IsShown(c) && rule.IsPrimary(cell))
                throw new SurveyException(SurveyError.Disclosure, $"'{cell.Name}' is shown and should be protected.", null, cell.Name);
        }
        if (Exposed(plan, rule) is [var first, ..])
        {
            var name = plan.Family.Cells[first.Cell].Name;
            throw new SurveyException(SurveyError.Disclosure, $"'{name}' can be derived within {first.Low} to {first.High}.", null, name);
        }
    }
}
