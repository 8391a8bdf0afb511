namespace Diapason.Deliberation;

/// <summary>The names of groups, and how many have been given.</summary>
internal sealed record GroupNames(string[] Names, int Given);

/// <summary>A group keeps its name while half of the smaller of what it was and what it is are common; the matching with most in common is taken.</summary>
internal static class NameGroups
{
    public static GroupNames Run(IReadOnlyList<int[]> groups, OpinionMap? before, bool inOrder)
    {
        if (inOrder && before is null) return new([.. groups.Select((_, g) => Letter(g))], groups.Count);
        var (names, given) = (new string?[groups.Count], before?.NamesGiven ?? 0);
        if (before is not null)
        {
            var common = groups.Select(now => before.Groups.Select(then => Common(now, then.Members)).ToArray()).ToArray();
            var matching = Best(common, 0, new bool[before.Groups.Count]).Matching;
            for (var g = 0; g < names.Length; g++)
                if (matching[g] is { } then && 2 * common[g][then] >= Math.Min(groups[g].Length, before.Groups[then].Members.Count)) names[g] = before.Groups[then].Name;
        }

        // The largest new group first.
        foreach (var g in Enumerable.Range(0, names.Length).Where(g => names[g] is null).OrderByDescending(g => groups[g].Length).ThenBy(g => groups[g][0])) names[g] = Letter(given++);
        return new([.. names.Select(name => name!)], given);
    }

    // Ten groups at most: every matching is tried, branch by branch.
    private static (int Total, int?[] Matching) Best(int[][] common, int group, bool[] taken)
    {
        if (group == common.Length) return (0, new int?[common.Length]);
        var best = Best(common, group + 1, taken);
        for (var then = 0; then < taken.Length; then++)
        {
            if (taken[then] || common[group][then] == 0) continue;
            taken[then] = true;
            var (total, matching) = Best(common, group + 1, taken);
            taken[then] = false;
            if (total + common[group][then] <= best.Total) continue;
            matching[group] = then;
            best = (total + common[group][then], matching);
        }

        return best;
    }

    private static int Common(int[] now, IReadOnlyList<int> then)
    {
        var (i, j, common) = (0, 0, 0);
        while (i < now.Length && j < then.Count)
        {
            if (now[i] == then[j]) (i, j, common) = (i + 1, j + 1, common + 1);
            else if (now[i] < then[j]) i++;
            else j++;
        }

        return common;
    }

    private static string Letter(int number) => (char)('A' + (number % 26)) + (number < 26 ? "" : ((number / 26) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
