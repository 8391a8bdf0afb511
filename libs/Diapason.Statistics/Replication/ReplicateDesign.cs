namespace Diapason.Statistics;

/// <summary>How squared deviations of replicates turn into a variance.</summary>
/// <param name="Scale">Factor of the whole sum.</param>
/// <param name="ReplicateScales">Factor of each replicate; null for 1.</param>
/// <param name="AroundEstimate">Deviations from the full-sample estimate rather than from the mean of the replicates (R: <c>mse = TRUE</c>).</param>
public sealed record ReplicateScaling(double Scale, IReadOnlyList<double>? ReplicateScales = null, bool AroundEstimate = false);

/// <summary>A sample with replicate weights: variances by repeating the estimate under each. Source: Wolter (2007).</summary>
public sealed class ReplicateDesign : IDesign
{
    private readonly double[] weights;
    private readonly int[] unit;
    private readonly double[][] factors;
    private readonly double[] initial;
    private readonly ReplicateDesign? plain;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> degrees = [];

    /// <param name="weights">Final weights.</param>
    /// <param name="initial">Weights that the factors multiply.</param>
    /// <param name="unit">Row → row of factors.</param>
    /// <param name="factors">Replicate → one factor a unit.</param>
    /// <param name="scaling">Scales.</param>
    /// <param name="plain">The design before its replicates were weighted again; null when they were not.</param>
    internal ReplicateDesign(double[] weights, double[] initial, int[] unit, double[][] factors, ReplicateScaling scaling, ReplicateDesign? plain = null)
    {
        this.plain = plain;
        (this.weights, this.initial, this.unit, this.factors, Scaling) = (weights, initial, unit, factors, scaling);
        if (factors.Length < 2)
            throw new SurveyException(SurveyError.TooFew, "A replicate design needs at least two replicates.");
        if (scaling.ReplicateScales is { } scales && scales.Count != factors.Length)
            throw new SurveyException(SurveyError.LengthMismatch, $"There are {scales.Count} replicate scales for {factors.Length} replicates.");
        foreach (var scale in (scaling.ReplicateScales ?? []).Prepend(scaling.Scale))
        {
            if (!(scale >= 0) || double.IsInfinity(scale))
                throw new SurveyException(SurveyError.InvalidValue, $"The scale of a replicate is {scale}: it must be a number, 0 or more.");
        }
    }

    /// <inheritdoc/>
    public int Rows => weights.Length;

    /// <inheritdoc/>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>Number of replicates.</summary>
    public int Replicates => factors.Length;

    /// <summary>Scales of the variance.</summary>
    public ReplicateScaling Scaling { get; }

    /// <summary>A design from given replicate weights.</summary>
    /// <param name="weights">Full-sample weights, one a row.</param>
    /// <param name="replicates">One column a replicate, one weight a row.</param>
    /// <param name="scaling">Scales of the variance; e.g. 1/R for balanced half-samples, 4/R for successive differences.</param>
    /// <param name="multiplyWeights">Whether replicates are factors of the full-sample weights (R: <c>combined.weights = FALSE</c>).</param>
    /// <exception cref="SurveyException">A weight is missing, a full-sample weight is negative, or lengths differ; the column and the row are named.</exception>
    public static ReplicateDesign Given(NumericColumn weights, IReadOnlyList<NumericColumn> replicates, ReplicateScaling scaling, bool multiplyWeights = false)
    {
        foreach (var column in replicates.Prepend(weights))
        {
            if (column.Count != weights.Count)
                throw new SurveyException(SurveyError.LengthMismatch, $"'{column.Name}' has {column.Count} rows, not {weights.Count}.", column.Name);
            for (var row = 0; row < column.Count; row++)
            {
                if (double.IsNaN(column.Values[row]))
                    throw new SurveyException(SurveyError.InvalidWeight, $"Weight '{column.Name}' is missing at row {row}.", column.Name);
                if (column == weights && column.Values[row] < 0)
                    throw new SurveyException(SurveyError.InvalidWeight, $"Weight '{column.Name}' is negative at row {row}.", column.Name);
            }
        }
        var ones = new double[weights.Count];
        Array.Fill(ones, 1.0);
        var full = weights.Values.ToArray();
        return new ReplicateDesign(full, multiplyWeights ? full : ones, [.. Enumerable.Range(0, full.Length)], replicates.Select(r => r.Values.ToArray()).ToArray(), scaling);
    }

    /// <summary>Weights of a replicate; a fresh array.</summary>
    public double[] ReplicateWeights(int replicate)
    {
        var result = new double[weights.Length];
        for (var row = 0; row < result.Length; row++)
            result[row] = initial[row] * factors[replicate][unit[row]];
        return result;
    }

    /// <summary>Repeats a weighting (raking, calibration, post-stratification) on the full sample and on every replicate.</summary>
    /// <param name="weighting">Weighting of a plain design, e.g. <c>d =&gt; d.Rake(margins).Design</c>.</param>
    /// <returns>The weighted design. Its degrees of freedom stay those of the replicates before: a weighting adds no sampling unit.</returns>
    /// <exception cref="SurveyException">The weighting refuses the full sample, or a replicate: the message then starts with its number.</exception>
    public ReplicateDesign Reweight(Func<SurveyDesign, SurveyDesign> weighting)
    {
        double[] Apply(double[] w) => weighting(SurveyDesign.Independent(new NumericColumn("weight", w))).Weights.ToArray();
        double[] Repeat(int replicate)
        {
            try
            {
                return Apply(ReplicateWeights(replicate));
            }
            catch (SurveyException e)
            {
                throw new SurveyException(e.Error, $"In replicate {replicate}: {e.Message}", e.Variable, e.Category);
            }
        }
        var ones = new double[weights.Length];
        Array.Fill(ones, 1.0);
        return new ReplicateDesign(Apply(weights), ones, [.. Enumerable.Range(0, weights.Length)], Enumerable.Range(0, Replicates).Select(Repeat).ToArray(), Scaling, plain ?? this);
    }

    /// <inheritdoc/>
    /// <remarks>Rank of the replicate weights of the domain before any <see cref="Reweight"/>, less one; R's <c>degf</c>, which takes them after.</remarks>
    public double DegreesOfFreedom(Domain? domain = null)
    {
        if (plain is not null)
            return plain.DegreesOfFreedom(domain);
        var mask = domain is null ? default : domain.MaskOver(Rows);
        var used = new bool[factors[0].Length];
        for (var row = 0; row < weights.Length; row++)
            used[unit[row]] |= initial[row] != 0 && weights[row] != 0 && (mask.IsEmpty || mask[row]);
        return RankOf(used) - 1;
    }

    private int RankOf(bool[] used)
    {
        // A part cannot have a higher rank than the whole: the search stops there.
        var most = used.Contains(false) ? RankOf(Array.ConvertAll(used, _ => true)) : int.MaxValue;
        return degrees.GetOrAdd(string.Concat(used.Select(u => u ? '1' : '0')), _ => NumericalRank.Of(factors, used, most));
    }

    /// <inheritdoc/>
    public double[,] Covariance(IReadOnlyList<Statistic> statistics, ReadOnlySpan<double> values)
    {
        var thetas = new double[Replicates][];
        for (var r = 0; r < Replicates; r++)
        {
            var replicate = ReplicateWeights(r);
            thetas[r] = statistics.Select(s => s.EvaluateReplicate(replicate, weights)).ToArray();
        }
        return CovarianceOf(thetas, values.ToArray());
    }

    /// <summary>Covariance of p values from theirs in each replicate.</summary>
    internal double[,] CovarianceOf(double[][] thetas, double[] values)
    {
        var centre = Scaling.AroundEstimate ? values : Centre(thetas, values.Length);
        var covariance = new double[values.Length, values.Length];
        for (var r = 0; r < Replicates; r++)
        {
            var scale = Scaling.Scale * ScaleOf(r);
            for (var i = 0; i < values.Length; i++)
            {
                for (var j = 0; j < values.Length; j++)
                    covariance[i, j] += scale * (thetas[r][i] - centre[i]) * (thetas[r][j] - centre[j]);
            }
        }
        return covariance;
    }

    /// <summary>Adds to each variance the scaled squared deviations of its replicates.</summary>
    internal void AddSquares(double[][] thetas, double[] estimates, double[] variances)
    {
        var centre = Scaling.AroundEstimate ? estimates : Centre(thetas, estimates.Length);
        for (var r = 0; r < Replicates; r++)
        {
            var scale = Scaling.Scale * ScaleOf(r);
            for (var i = 0; i < variances.Length; i++)
                variances[i] += scale * (thetas[r][i] - centre[i]) * (thetas[r][i] - centre[i]);
        }
    }

    private double ScaleOf(int replicate) => Scaling.ReplicateScales?[replicate] ?? 1;

    private double[] Centre(double[][] thetas, int count)
    {
        var centre = new double[count];
        var used = Enumerable.Range(0, Replicates).Where(r => ScaleOf(r) > 0).ToArray();
        foreach (var r in used)
        {
            for (var i = 0; i < count; i++)
                centre[i] += thetas[r][i] / used.Length;
        }
        return centre;
    }
}
