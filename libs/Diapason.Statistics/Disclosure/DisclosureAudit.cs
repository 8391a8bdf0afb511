namespace Diapason.Statistics;

/// <summary>Plays the attacker: from all that is published together, the interval of every suppressed cell.</summary>
/// <remarks>
/// Intervals are those of the linear program over the unknown cells, ≥ 0, with whole numbers rounded inwards: exact for two-way tables, an outer bound in
/// higher dimensions. A plan passes only when two tables of whole numbers that fit everything published prove the width of each protected cell.
/// Source: Hundepool et al. (2012), Statistical Disclosure Control, ch. 4.
/// </remarks>
public static class DisclosureAudit
{
    /// <summary>Intervals of the cells suppressed for themselves; a number shown in several tables gets what they leave together.</summary>
    public static IReadOnlyList<DerivedInterval> Intervals(SuppressionPlan plan) =>
        Together(plan, UnknownBlock.Of(plan).SelectMany(b => b.Bounds(double.PositiveInfinity)).ToDictionary(i => i.Cell)).OrderBy(i => i.Cell).ToList();

    /// <summary>Primary cells whose interval is narrower than the rule asks.</summary>
    public static IReadOnlyList<DerivedInterval> Exposed(SuppressionPlan plan, ProtectionRule rule) => Exposed(plan, rule, []);

    /// <summary>As above, without solving again the blocks whose unknown cells are the same.</summary>
    internal static List<DerivedInterval> Exposed(SuppressionPlan plan, ProtectionRule rule, Dictionary<string, List<DerivedInterval>> solved)
    {
        var all = new Dictionary<int, DerivedInterval>();
        foreach (var block in UnknownBlock.Of(plan))
        {
            if (!solved.TryGetValue(block.Key, out var bounds))
                solved[block.Key] = bounds = block.Bounds(rule.Width).ToList();
            foreach (var interval in bounds)
                all[interval.Cell] = interval;
        }
        return Together(plan, all).Where(i => i.Width < rule.Width - 1e-7).OrderBy(i => i.Cell).ToList();
    }

    /// <summary>Intersects the intervals of cells that are the same number.</summary>
    private static IEnumerable<DerivedInterval> Together(SuppressionPlan plan, Dictionary<int, DerivedInterval> intervals)
    {
        foreach (var interval in intervals.Values)
        {
            if (!plan.Family.Same.TryGetValue(interval.Cell, out var group))
            {
                yield return interval;
                continue;
            }
            if (group.Exists(plan.IsShown))
                yield return interval with { Low = plan.Family.Cells[interval.Cell].Value, High = plan.Family.Cells[interval.Cell].Value };
            else
                yield return interval with { Low = group.Max(c => intervals[c].Low), High = group.Min(c => intervals[c].High) };
        }
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
