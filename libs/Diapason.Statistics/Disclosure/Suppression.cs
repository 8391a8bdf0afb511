namespace Diapason.Statistics;

/// <summary>Chooses the cells to suppress: first those the rule names, then those that would give them away.</summary>
public static class Suppression
{
    /// <summary>Suppresses over all the tables of a family together.</summary>
    /// <param name="family">Cells and sums.</param>
    /// <param name="rule">Rule and protection.</param>
    /// <returns>A plan that passes <see cref="DisclosureAudit.Verify"/>. The choice is greedy: safe, not always the smallest.</returns>
    /// <exception cref="SurveyException"><see cref="SurveyError.Disclosure"/> when no cell left may be suppressed to protect one.</exception>
    public static SuppressionPlan Suppress(this AdditiveFamily family, ProtectionRule? rule = null)
    {
        rule ??= new ProtectionRule();
        var statuses = family.Cells.Select(c => !c.IsShown ? CellStatus.Unpublished : rule.IsPrimary(c) ? CellStatus.Primary : CellStatus.Published).ToArray();
        var sumsOf = SumsOf(family);
        var plan = new SuppressionPlan(family, statuses);
        var solved = new Dictionary<string, List<DerivedInterval>>();
        while (true)
        {
            var exposed = DisclosureAudit.Exposed(plan, rule, solved);
            if (exposed.Count == 0)
                return plan;
            // One round may hide for a cell what an earlier one of the round already protected: only a round that hides nothing is stuck.
            var hidden = false;
            foreach (var interval in exposed)
                hidden |= AddComplement(family, statuses, sumsOf, interval.Cell, hidden ? 1 : int.MaxValue);
            if (!hidden)
            {
                var name = family.Cells[exposed[0].Cell].Name;
                throw new SurveyException(SurveyError.Disclosure, $"'{name}' cannot be protected: nothing beside it may be suppressed.", null, name);
            }
        }
    }

    private static List<int>[] SumsOf(AdditiveFamily family)
    {
        var result = new List<int>[family.Cells.Count];
        for (var c = 0; c < result.Length; c++)
            result[c] = [];
        for (var s = 0; s < family.Sums.Count; s++)
        {
            foreach (var c in family.Sums[s].Parts.Append(family.Sums[s].Total))
                result[c].Add(s);
        }
        return result;
    }

    /// <summary>Widens the doubt about a cell: spreads from it over sums to a cell that may still be hidden.</summary>
    private static bool AddComplement(AdditiveFamily family, CellStatus[] statuses, List<int>[] sumsOf, int cell, int mostUnknowns)
    {
        // Sums with a single unknown give it away at once: those first, anywhere in the block.
        foreach (var most in (int[])[1, mostUnknowns])
        {
            var candidate = Reachable(family, statuses, sumsOf, cell)
                .Where(s => Unknowns(family, statuses, s) <= most)
                .Select(s => Candidate(family, statuses, sumsOf, s))
                .FirstOrDefault(c => c >= 0, -1);
            if (candidate < 0)
                continue;
            foreach (var c in family.Same.TryGetValue(candidate, out var group) ? group : [candidate])
                statuses[c] = statuses[c] == CellStatus.Published ? CellStatus.Secondary : statuses[c];
            return true;
        }
        return false;
    }

    /// <summary>Sums tied to a cell through unknown cells, nearest first.</summary>
    private static IEnumerable<int> Reachable(AdditiveFamily family, CellStatus[] statuses, List<int>[] sumsOf, int cell)
    {
        var queue = new Queue<int>([cell]);
        var (seen, sumSeen) = (new HashSet<int> { cell }, new HashSet<int>());
        while (queue.TryDequeue(out var unknown))
        {
            foreach (var s in sumsOf[unknown].Where(sumSeen.Add))
            {
                yield return s;
                foreach (var m in Members(family, s).Where(m => statuses[m] != CellStatus.Published && seen.Add(m)))
                    queue.Enqueue(m);
            }
        }
    }

    private static IEnumerable<int> Members(AdditiveFamily family, int sum) => family.Sums[sum].Parts.Append(family.Sums[sum].Total);

    private static int Unknowns(AdditiveFamily family, CellStatus[] statuses, int sum) =>
        family.Sums[sum].Parts.Append(family.Sums[sum].Total).Count(c => statuses[c] != CellStatus.Published);

    /// <summary>The cheapest cell that may be hidden: one that opens the fewest new sums, parts before the total, small before large; empty ones last.</summary>
    private static int Candidate(AdditiveFamily family, CellStatus[] statuses, List<int>[] sumsOf, int sum) => Members(family, sum)
        .Where(m => statuses[m] == CellStatus.Published && family.Cells[m].MayBeSecondary)
        .OrderBy(m => family.Cells[m].Value == 0)
        .ThenBy(m => family.Cells[m].Reluctance)
        .ThenBy(m => sumsOf[m].Count(s => Unknowns(family, statuses, s) == 0))
        .ThenBy(m => m == family.Sums[sum].Total)
        .ThenBy(m => family.Cells[m].Value)
        .FirstOrDefault(-1);
}
