namespace Diapason.Statistics;

/// <summary>Plays the attacker: from all that is published together, the interval of every suppressed cell.</summary>
/// <remarks>
/// Intervals are those of the linear program over the unknown cells, ≥ 0 (≥ 1 for numbers of people where zeros are published), with whole numbers rounded
/// inwards: exact for two-way tables, an outer bound in higher dimensions. A plan passes only when two tables of whole numbers that fit everything published prove the width of each protected cell.
/// Source: Hundepool et al. (2012), Statistical Disclosure Control, ch. 4.
/// </remarks>
public static class DisclosureAudit
{
    /// <summary>Intervals of the cells suppressed for themselves.</summary>
    /// <param name="plan">What is published.</param>
    /// <param name="rule">Says whether zeros are published, which an attacker knows; null for one who takes any cell to be 0 or more.</param>
    /// <exception cref="SurveyException"><see cref="SurveyError.LengthMismatch"/>: the plan is not of this family's cells.</exception>
    public static IReadOnlyList<DerivedInterval> Intervals(SuppressionPlan plan, ProtectionRule? rule = null) =>
        Derive(plan, Primary(plan), new Attack(rule?.ZerosArePublished ?? false, null), []);

    /// <summary>Cells to protect whose interval leaves less doubt than the rule asks: those of the plan, and any other the rule names and the plan hides.</summary>
    /// <exception cref="SurveyException"><see cref="SurveyError.LengthMismatch"/>: the plan is not of this family's cells.</exception>
    public static IReadOnlyList<DerivedInterval> Exposed(SuppressionPlan plan, ProtectionRule rule) => Exposed(plan, rule, []);

    /// <summary>As above, without solving again the blocks whose unknown cells are the same.</summary>
    internal static List<DerivedInterval> Exposed(SuppressionPlan plan, ProtectionRule rule, Dictionary<string, List<DerivedInterval>> solved)
    {
        var protect = Primary(plan);
        for (var c = 0; c < protect.Length; c++)
            protect[c] |= plan.Statuses[c] == CellStatus.Secondary && rule.IsPrimary(plan.Family.Cells[c]);
        return Derive(plan, protect, new Attack(rule.ZerosArePublished, rule), solved).Where(i => rule.IsTooNarrow(i.Low, i.High)).ToList();
    }

    /// <summary>
    /// Sums of hidden cells that what is published gives, and that the rule's largest contributors dominate: hiding two cells together is no protection when
    /// one contributor makes their sum. Only sums stated in the family are looked at, not combinations of them.
    /// </summary>
    /// <exception cref="SurveyException"><see cref="SurveyError.LengthMismatch"/>: the plan is not of this family's cells.</exception>
    public static IReadOnlyList<HiddenSum> DominatedSums(SuppressionPlan plan, ProtectionRule rule)
    {
        _ = Primary(plan);
        return rule.DominantContributors == 0 ? [] : Dominated(plan, rule).Select(s => s.Sum).ToList();
    }

    /// <summary>As above, with the number of the sum.</summary>
    internal static IEnumerable<(int Number, HiddenSum Sum)> Dominated(SuppressionPlan plan, ProtectionRule rule)
    {
        var (links, cells) = (plan.Family.Links, plan.Family.Cells);
        var unknown = links.Underivable(plan.Statuses);
        for (var s = 0; s < links.Sums.Count && rule.DominantContributors > 0; s++)
        {
            var hidden = links.Sums[s].Parts.Where(c => unknown[c]).ToList();
            if (unknown[links.Sums[s].Total] || hidden.Count == 0)
                continue;
            var value = hidden.Sum(c => cells[c].Value);
            if (rule.IsDominated(hidden.SelectMany(c => links.MembersOf(c).Select(m => cells[m].Contributions).MaxBy(list => list.Count)!), value))
                yield return (s, new HiddenSum(hidden, value));
        }
    }

    /// <summary>Fails when any protected cell can be derived too closely.</summary>
    /// <exception cref="SurveyException"><see cref="SurveyError.Disclosure"/>, naming the cell.</exception>
    public static void Verify(SuppressionPlan plan, ProtectionRule rule)
    {
        if (Exposed(plan, rule) is [var first, ..])
        {
            var name = plan.Family.Cells[first.Cell].Name;
            throw new SurveyException(SurveyError.Disclosure, $"'{name}' can be derived within {first.Low} to {first.High}.", null, name);
        }
        if (DominatedSums(plan, rule) is [var sum, ..])
        {
            var names = string.Join("' + '", sum.Cells.Select(c => plan.Family.Cells[c].Name));
            throw new SurveyException(SurveyError.Disclosure, $"'{names}' is given by what is published, and dominated by its largest contributors.", null, plan.Family.Cells[sum.Cells[0]].Name);
        }
        for (var c = 0; c < plan.Statuses.Count; c++)
        {
            var cell = plan.Family.Cells[c];
            if (cell.IsShown && plan.IsShown(c) && rule.IsPrimary(cell))
                throw new SurveyException(SurveyError.Disclosure, $"'{cell.Name}' is shown and should be protected.", null, cell.Name);
        }
    }

    private static bool[] Primary(SuppressionPlan plan)
    {
        if (plan.Statuses.Count != plan.Family.Cells.Count)
            throw new SurveyException(SurveyError.LengthMismatch, $"The plan has {plan.Statuses.Count} statuses, the family {plan.Family.Cells.Count} cells.");
        return plan.Statuses.Select(s => s == CellStatus.Primary).ToArray();
    }

    private static List<DerivedInterval> Derive(SuppressionPlan plan, bool[] protect, Attack attack, Dictionary<string, List<DerivedInterval>> solved)
    {
        var links = plan.Family.Links;
        var unknown = links.Unknown(plan.Statuses);
        var roots = new bool[protect.Length];
        for (var c = 0; c < protect.Length; c++)
            roots[links.RootOf(c)] |= protect[c];
        var found = new Dictionary<int, DerivedInterval>();
        foreach (var block in UnknownBlock.Of(plan.Family, unknown, roots))
        {
            if (!solved.TryGetValue(block.Key, out var bounds))
                solved[block.Key] = bounds = block.Bounds(attack).ToList();
            foreach (var interval in bounds)
                found[interval.Cell] = interval;
        }
        return Enumerable.Range(0, protect.Length).Where(c => protect[c])
            .Select(c => unknown[links.RootOf(c)] ? found[links.RootOf(c)] with { Cell = c } : new DerivedInterval(c, plan.Family.Cells[c].Value, plan.Family.Cells[c].Value)).ToList();
    }
}
