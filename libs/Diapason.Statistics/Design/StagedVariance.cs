namespace Diapason.Statistics;

/// <summary>Variance of a total over the stages of selection (Särndal, Swensson &amp; Wretman 1992, result 4.3.1, each stage with its own correction).</summary>
internal static class StagedVariance
{
    private const double SelfRepresenting = 1e-7;

    /// <param name="design">The design.</param>
    /// <param name="scores">Weighted influence values of each statistic.</param>
    /// <param name="bases">Rows each statistic rests on: a stratum with one unit counts only where they reach it. Null: everywhere.</param>
    public static double[,] Of(SurveyDesign design, double[][] scores, IReadOnlyList<bool[]>? bases)
    {
        var p = scores.Length;
        var total = new double[p, p];
        var multiplier = new double[] { 1 };
        for (var s = 0; s < design.Stages.Length; s++)
        {
            var stage = design.Stages[s];
            if (s > 0)
                multiplier = Descend(design.Stages[s - 1], multiplier);
            AddStage(total, design.Description.LonelyPsu, new StageSums(stage, Sum(stage, scores), bases), multiplier);
            if (design.Description.UltimateCluster || design.Description.Populations.Count == 0)
                break;
        }
        return total;
    }

    /// <summary>Share of the variance of the stage below that counts: the product of sampling fractions above (unit → multiplier).</summary>
    public static double[] Descend(Stage above, double[] multiplier)
    {
        var below = new double[above.Units];
        for (var h = 0; h < above.Strata; h++)
        {
            for (var c = above.StratumStart[h]; c < above.StratumStart[h + 1]; c++)
                below[c] = multiplier[above.StratumParent[h]] * (1 - above.Unsampled[c]);
        }
        return below;
    }

    private static double[] Sum(Stage stage, double[][] scores)
    {
        var p = scores.Length;
        var sums = new double[(long)stage.Units * p];
        for (var j = 0; j < p; j++)
        {
            var column = scores[j];
            for (var row = 0; row < column.Length; row++)
                sums[((long)stage.Unit[row] * p) + j] += column[row];
        }
        return sums;
    }

    private static void AddStage(double[,] total, LonelyPsu policy, StageSums sums, double[] multiplier)
    {
        var (p, stage) = (total.GetLength(0), sums.Stage);
        var average = policy == LonelyPsu.Average ? new AverageOfStrata(p, stage) : null;
        for (var h = 0; h < stage.Strata; h++)
        {
            var factor = multiplier[stage.StratumParent[h]];
            if (factor == 0)
                continue;
            var into = average?.Of(stage.StratumParent[h], factor) ?? total;
            var n = stage.UnitsIn(h);
            var units = sums.Units.AsSpan(stage.StratumStart[h] * p, n * p);
            var unsampled = stage.Unsampled.AsSpan(stage.StratumStart[h], n);
            var certain = IsSelfRepresenting(unsampled);
            average?.Count(stage.StratumParent[h], n == 1 && !certain, j => sums.Reaches(h, j));
            if (certain)
                continue;
            if (n > 1)
                AddStratum(into, units, unsampled, average is null ? factor : 1);
            else if (policy == LonelyPsu.Fail && Enumerable.Range(0, p).Any(j => sums.Reaches(h, j)))
                throw stage.Lonely(h);
            else if (policy == LonelyPsu.Adjust)
                AddOuter(into, units, unsampled[0] * factor);
        }
        average?.AddTo(total);
    }

    public static bool IsSelfRepresenting(ReadOnlySpan<double> unsampled)
    {
        foreach (var f in unsampled)
        {
            if (f >= SelfRepresenting)
                return false;
        }
        return true;
    }

    private static void AddStratum(double[,] total, Span<double> units, ReadOnlySpan<double> unsampled, double factor)
    {
        var p = total.GetLength(0);
        var n = unsampled.Length;
        for (var j = 0; j < p; j++)
        {
            double mean = 0;
            for (var c = 0; c < n; c++)
                mean += units[(c * p) + j];
            mean /= n;
            for (var c = 0; c < n; c++)
                units[(c * p) + j] -= mean;
        }
        var scale = factor * n / (n - 1);
        for (var c = 0; c < n; c++)
            AddOuter(total, units.Slice(c * p, p), scale * unsampled[c]);
    }

    private static void AddOuter(double[,] total, ReadOnlySpan<double> vector, double scale)
    {
        for (var i = 0; i < vector.Length; i++)
        {
            var left = scale * vector[i];
            if (left == 0)
                continue;
            for (var j = 0; j < vector.Length; j++)
                total[i, j] += left * vector[j];
        }
    }
}

/// <summary>Sums of a stage by unit, and the strata that each statistic's rows reach.</summary>
internal sealed class StageSums(Stage stage, double[] units, IReadOnlyList<bool[]>? bases)
{
    private readonly bool[]?[] reached = new bool[]?[bases?.Count ?? 0];

    public Stage Stage => stage;

    /// <summary>Units × statistics.</summary>
    public double[] Units => units;

    public bool Reaches(int stratum, int statistic) => bases is null || (reached[statistic] ??= Strata(bases[statistic]))[stratum];

    private bool[] Strata(bool[] rows)
    {
        var strata = new bool[stage.Strata];
        for (var row = 0; row < rows.Length; row++)
            strata[stage.Stratum[row]] |= rows[row];
        return strata;
    }
}
