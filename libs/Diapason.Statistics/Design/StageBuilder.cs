namespace Diapason.Statistics;

/// <summary>Numbers strata and units of every stage, checks nesting, reads population sizes.</summary>
internal static class StageBuilder
{
    public static Stage[] Build(DesignDescription description, int rows)
    {
        var stages = new List<Stage>();
        var count = Math.Max(1, description.Clusters.Count);
        for (var s = 0; s < count; s++)
            stages.Add(BuildStage(description, rows, s, s == 0 ? null : stages[s - 1]));
        return [.. stages];
    }

    private static Stage BuildStage(DesignDescription d, int rows, int s, Stage? above)
    {
        var declared = d.Strata.Count == 0 ? null : d.Strata[Math.Min(s, d.Strata.Count - 1)];
        var (stratum, strata) = Number(rows, declared?.Codes, declared?.Distinct ?? 1, above?.Unit, above?.Units ?? 1);
        var ids = d.Clusters.Count == 0 ? null : d.Clusters[s];
        int[] unit;
        int units;
        if (ids is null)
        {
            (unit, units) = (Enumerable.Range(0, rows).ToArray(), rows);
        }
        else if (above is null && (!d.Nested || declared is null))
        {
            (unit, units) = Number(rows, ids.Codes, ids.Distinct, null, 1);
            CheckNesting(unit, stratum, units, (ids, declared));
        }
        else
        {
            (unit, units) = Number(rows, ids.Codes, ids.Distinct, stratum, strata);
        }
        return Arrange(d, s, stratum, strata, unit, units, above);
    }

    private static Stage Arrange(DesignDescription d, int s, int[] stratum, int strata, int[] unit, int units, Stage? above)
    {
        var unitStratum = new int[units];
        var firstRow = new int[units];
        for (var row = unit.Length - 1; row >= 0; row--)
        {
            unitStratum[unit[row]] = stratum[row];
            firstRow[unit[row]] = row;
        }
        var start = new int[strata + 1];
        foreach (var h in unitStratum)
            start[h + 1]++;
        for (var h = 0; h < strata; h++)
            start[h + 1] += start[h];
        var next = start[..^1];
        var renumbered = new int[units];
        for (var c = 0; c < units; c++)
            renumbered[c] = next[unitStratum[c]]++;
        var unsampled = new double[units];
        Array.Fill(unsampled, 1.0);
        for (var row = 0; row < unit.Length; row++)
            unit[row] = renumbered[unit[row]];
        var stratumRow = new int[strata];
        var parent = new int[strata];
        for (var c = 0; c < units; c++)
        {
            stratumRow[unitStratum[c]] = firstRow[c];
            parent[unitStratum[c]] = above?.Unit[firstRow[c]] ?? 0;
        }
        var declared = d.Strata.Count == 0 ? null : d.Strata[Math.Min(s, d.Strata.Count - 1)];
        var stage = new Stage
        {
            Unit = unit,
            Stratum = stratum,
            StratumStart = start,
            StratumParent = parent,
            Unsampled = unsampled,
            Number = s + 1,
            UnitVariable = d.Clusters.Count == 0 ? null : d.Clusters[s].Name,
            UnitLabel = c => LabelOf(d, s, Array.IndexOf(unit, c)),
            StratumVariable = declared?.Name,
            StratumLabel = h => declared is null ? "the whole" : declared.LabelOf(declared.Codes[stratumRow[h]]),
        };
        if (s < d.Populations.Count)
            PopulationSizes.Apply(d.Populations[s], stage, d.UnequalProbabilities);
        return stage;
    }

    private static string LabelOf(DesignDescription d, int s, int row) =>
        d.Clusters.Count == 0 ? row.ToString(System.Globalization.CultureInfo.InvariantCulture) : d.Clusters[s].LabelOf(d.Clusters[s].Codes[row]);

    private static void CheckNesting(int[] unit, int[] stratum, int units, (UnitColumn Ids, UnitColumn? Strata) named)
    {
        var (ids, strata) = named;
        var seen = new int[units];
        Array.Fill(seen, -1);
        for (var row = 0; row < unit.Length; row++)
        {
            var first = seen[unit[row]];
            if (first >= 0 && stratum[first] != stratum[row])
                throw new SurveyException(SurveyError.ClusterNotNested, $"Stage 1: cluster '{ids.LabelOf(ids.Codes[row])}' of '{ids.Name}' is in strata '{strata!.LabelOf(strata.Codes[first])}' and '{strata.LabelOf(strata.Codes[row])}' of '{strata.Name}': declare the design nested.", ids.Name, ids.LabelOf(ids.Codes[row]));
            seen[unit[row]] = row;
        }
    }

    /// <summary>Numbers the pairs (outer, inner) that occur, from 0.</summary>
    internal static (int[] Codes, int Distinct) Number(int rows, int[]? inner, int innerCount, int[]? outer, int outerCount)
    {
        var codes = new int[rows];
        if (inner is null && outer is null)
            return (codes, 1);
        var distinct = 0;
        if ((long)innerCount * outerCount <= Math.Max(4L * rows, 1024))
        {
            var map = new int[innerCount * outerCount];
            for (var row = 0; row < rows; row++)
            {
                ref var slot = ref map[((outer?[row] ?? 0) * innerCount) + (inner?[row] ?? 0)];
                if (slot == 0)
                    slot = ++distinct;
                codes[row] = slot - 1;
            }
            return (codes, distinct);
        }
        var known = new Dictionary<long, int>();
        for (var row = 0; row < rows; row++)
        {
            var key = ((long)(outer?[row] ?? 0) * innerCount) + (inner?[row] ?? 0);
            if (!known.TryGetValue(key, out codes[row]))
                known[key] = codes[row] = distinct++;
        }
        return (codes, distinct);
    }
}
