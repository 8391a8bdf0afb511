namespace Diapason.Statistics;

/// <summary>Chooses the cells to suppress: first those the rule names, then those that would give them away.</summary>
public static class Suppression
{
    /// <summary>Suppresses over all the tables of a family together.</summary>
    /// <param name="family">Cells and sums.</param>
    /// <param name="rule">Rule and protection.</param>
    /// <returns>
    /// A plan that passes <see cref="DisclosureAudit.Verify"/>. The choice is greedy, then what turns out needless is given back: none of the cells hidden
    /// for others can be shown alone, yet another choice may be smaller.
    /// </returns>
    /// <exception cref="SurveyException"><see cref="SurveyError.Disclosure"/> when no cell left may be suppressed to protect one.</exception>
    public static SuppressionPlan Suppress(this AdditiveFamily family, ProtectionRule? rule = null)
    {
        rule ??= new ProtectionRule();
        rule.Check();
        var statuses = family.Cells.Select(c => !c.IsShown ? CellStatus.Unpublished : rule.IsPrimary(c) ? CellStatus.Primary : CellStatus.Published).ToArray();
        var plan = new SuppressionPlan(family, statuses);
        var solved = new Dictionary<string, List<DerivedInterval>>();
        while (true)
        {
            var exposed = DisclosureAudit.Exposed(plan, rule, solved);
            if (exposed.Count == 0 && !HideBesideDominated(plan, statuses, rule))
                break;
            if (exposed.Count == 0)
                continue;
            // One round may hide for a cell what an earlier one of the round already protected: only a round that hides nothing is stuck.
            var hidden = false;
            // Totals first: what hides beside them guides the choices below.
            foreach (var interval in exposed.OrderByDescending(i => family.Cells[i.Cell].Reluctance))
                hidden |= AddComplement(family, statuses, interval.Cell, hidden ? 1 : int.MaxValue);
            if (!hidden)
            {
                var name = family.Cells[exposed[0].Cell].Name;
                throw new SurveyException(SurveyError.Disclosure, $"'{name}' cannot be protected: nothing beside it may be suppressed.", null, name);
            }
        }
        GiveBack(plan, statuses, rule, solved);
        return plan;
    }

    /// <summary>Hides one more cell in each sum of hidden cells that is dominated; false when there is none.</summary>
    private static bool HideBesideDominated(SuppressionPlan plan, CellStatus[] statuses, ProtectionRule rule)
    {
        var (links, any) = (plan.Family.Links, false);
        foreach (var (number, sum) in DisclosureAudit.Dominated(plan, rule).ToList())
        {
            any = true;
            var unknown = links.Unknown(statuses);
            var candidate = Candidate(plan.Family, statuses, unknown, number);
            if (candidate < 0)
            {
                var name = plan.Family.Cells[sum.Cells[0]].Name;
                throw new SurveyException(SurveyError.Disclosure, $"'{name}' cannot be protected: the sum of what is hidden with it is dominated, and nothing beside it may be suppressed.", null, name);
            }
            Hide(links, statuses, candidate);
        }
        return any;
    }

    /// <summary>Shows again each cell hidden for others that later choices made needless, the most wanted first.</summary>
    private static void GiveBack(SuppressionPlan plan, CellStatus[] statuses, ProtectionRule rule, Dictionary<string, List<DerivedInterval>> solved)
    {
        var (cells, links) = (plan.Family.Cells, plan.Family.Links);
        var hidden = Enumerable.Range(0, statuses.Length).Where(c => statuses[c] == CellStatus.Secondary).GroupBy(links.RootOf)
            .Where(g => links.MembersOf(g.Key).All(c => statuses[c] != CellStatus.Primary))
            .OrderByDescending(g => g.Max(c => cells[c].Reluctance)).ThenByDescending(g => cells[g.Key].Value).Select(g => g.ToList()).ToList();
        foreach (var group in hidden)
        {
            group.ForEach(c => statuses[c] = CellStatus.Published);
            if (DisclosureAudit.Exposed(plan, rule, solved).Count > 0 || DisclosureAudit.Dominated(plan, rule).Any())
                group.ForEach(c => statuses[c] = CellStatus.Secondary);
        }
    }

    /// <summary>Widens the doubt about a cell: spreads from it over sums to a cell that may still be hidden.</summary>
    private static bool AddComplement(AdditiveFamily family, CellStatus[] statuses, int cell, int mostUnknowns)
    {
        var (links, unknown) = (family.Links, family.Links.Unknown(statuses));
        if (!unknown[links.RootOf(cell)])
            return Hide(links, statuses, links.RootOf(cell));
        // Sums with a single unknown give it away at once: those first, anywhere in the block.
        foreach (var most in (int[])[1, mostUnknowns])
        {
            var candidate = Reachable(links, unknown, links.RootOf(cell))
                .Where(s => links.Of(s).Count(c => unknown[c]) <= most)
                .Select(s => Candidate(family, statuses, unknown, s))
                .FirstOrDefault(c => c >= 0, -1);
            if (candidate >= 0)
                return Hide(links, statuses, candidate);
        }
        return false;
    }

    private static bool Hide(CellLinks links, CellStatus[] statuses, int root)
    {
        foreach (var c in links.MembersOf(root))
            statuses[c] = statuses[c] == CellStatus.Published ? CellStatus.Secondary : statuses[c];
        return true;
    }

    /// <summary>Sums tied to a cell through unknown cells, nearest first.</summary>
    private static IEnumerable<int> Reachable(CellLinks links, bool[] unknown, int root)
    {
        var queue = new Queue<int>([root]);
        var (seen, sumSeen) = (new HashSet<int> { root }, new HashSet<int>());
        while (queue.TryDequeue(out var cell))
        {
            foreach (var s in (links.SumsOf[cell] ?? []).Where(sumSeen.Add))
            {
                yield return s;
                foreach (var m in links.Of(s).Where(m => unknown[m] && seen.Add(m)))
                    queue.Enqueue(m);
            }
        }
    }

    /// <summary>The cheapest cell that may be hidden: one that opens the fewest new sums, parts before the total, small before large; empty ones last.</summary>
    private static int Candidate(AdditiveFamily family, CellStatus[] statuses, bool[] unknown, int sum)
    {
        var links = family.Links;
        return links.Of(sum)
            .Where(m => links.MembersOf(m).Any(c => statuses[c] == CellStatus.Published) && links.MembersOf(m).All(c => family.Cells[c].MayBeSecondary))
            .OrderBy(m => family.Cells[m].Value == 0)
            .ThenBy(m => links.MembersOf(m).Max(c => family.Cells[c].Reluctance))
            .ThenBy(m => links.SumsOf[m]!.Count(s => !links.Of(s).Any(c => unknown[c])))
            .ThenBy(m => m == links.Sums[sum].Total)
            .ThenBy(m => family.Cells[m].Value)
            .FirstOrDefault(-1);
    }
}
