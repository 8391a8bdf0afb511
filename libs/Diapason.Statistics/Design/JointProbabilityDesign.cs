namespace Diapason.Statistics;

/// <summary>Estimators of the variance under unequal probabilities.</summary>
public enum JointVariance
{
    /// <summary>Horvitz &amp; Thompson (1952).</summary>
    HorvitzThompson,
    /// <summary>Yates &amp; Grundy (1953), for samples of fixed size.</summary>
    YatesGrundy,
}

/// <summary>A one-stage sample of unequal probabilities whose joint inclusion probabilities are known or approximated.</summary>
/// <remarks>Memory and time grow with the square of the sample. Source: Särndal, Swensson &amp; Wretman (1992), eq. 2.8.6 and 2.8.13.</remarks>
public sealed class JointProbabilityDesign : IDesign
{
    private readonly double[] weights;
    private readonly double[,] dependence;
    private readonly JointVariance variance;

    /// <param name="weights">1/π.</param>
    /// <param name="dependence">(π_ij − π_i π_j) / π_ij, 1 − π_i on the diagonal.</param>
    /// <param name="variance">Estimator.</param>
    private JointProbabilityDesign(double[] weights, double[,] dependence, JointVariance variance) =>
        (this.weights, this.dependence, this.variance) = (weights, dependence, variance);

    /// <inheritdoc/>
    public int Rows => weights.Length;

    /// <inheritdoc/>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>From joint inclusion probabilities.</summary>
    /// <param name="joint">n × n, symmetric, with the probabilities of inclusion on the diagonal; in (0, 1].</param>
    /// <param name="variance">Estimator.</param>
    /// <exception cref="SurveyException">A probability is outside (0, 1], or the matrix is not square.</exception>
    public static JointProbabilityDesign Known(double[,] joint, JointVariance variance = JointVariance.HorvitzThompson)
    {
        var n = joint.GetLength(0);
        if (n == 0 || joint.GetLength(1) != n)
            throw new SurveyException(SurveyError.LengthMismatch, $"Joint probabilities are {n} × {joint.GetLength(1)}: one row and one column a unit.");
        var delta = new double[n, n];
        var smallest = double.PositiveInfinity;
        for (var cell = 0; cell < joint.Length; cell++)
        {
            var p = joint[cell / n, cell % n];
            smallest = p is > 0 and <= 1 ? Math.Min(smallest, p)
                : throw new SurveyException(SurveyError.InvalidValue, $"The joint probability of units {cell / n} and {cell % n} is {p}: it must be above 0 and at most 1.");
        }
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var value = (joint[i, j] - (joint[i, i] * joint[j, j])) / joint[i, j];
                // Rounding of independent units, as R rounds it.
                delta[i, j] = Math.Abs(value) < smallest / 10_000 ? 0 : value;
            }
        }
        return new JointProbabilityDesign(Inverse(Enumerable.Range(0, n).Select(i => joint[i, i]).ToArray()), delta, variance);
    }

    /// <summary>Hartley and Rao's (1962) approximation from the probabilities of inclusion alone.</summary>
    /// <param name="probabilities">π_i of the units drawn, in (0, 1].</param>
    /// <param name="meanSquare">Σ π² over the population, over n.</param>
    /// <param name="variance">Estimator.</param>
    /// <exception cref="SurveyException">A probability is outside (0, 1], or there is a single unit.</exception>
    public static JointProbabilityDesign HartleyRao(NumericColumn probabilities, double meanSquare, JointVariance variance = JointVariance.HorvitzThompson)
    {
        var (p, n) = (probabilities.Values.ToArray(), probabilities.Count);
        if (!(meanSquare >= 0) || double.IsInfinity(meanSquare))
            throw new SurveyException(SurveyError.InvalidValue, $"The mean square of the probabilities is {meanSquare}: it must be a number, 0 or more.", probabilities.Name);
        if (n < 2)
            throw new SurveyException(SurveyError.TooFew, $"'{probabilities.Name}' has {n} unit: Hartley and Rao's approximation needs two.", probabilities.Name);
        var delta = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                delta[i, j] = i == j ? 1 - p[i] : 1 - ((n - p[i] - p[j] + meanSquare) / (n - 1));
        }
        return new JointProbabilityDesign(Inverse(p), delta, variance);
    }

    /// <inheritdoc/>
    public double DegreesOfFreedom(Domain? domain = null) => (domain is null ? Rows : domain.MaskOver(Rows).ToArray().Count(inside => inside)) - 1;

    /// <inheritdoc/>
    public double[,] Covariance(IReadOnlyList<Statistic> statistics, ReadOnlySpan<double> values)
    {
        var scores = new double[statistics.Count][];
        for (var s = 0; s < scores.Length; s++)
        {
            scores[s] = new double[Rows];
            statistics[s].Influence(weights, values[s], scores[s]);
            for (var row = 0; row < Rows; row++)
                scores[s][row] *= weights[row];
        }
        var result = new double[scores.Length, scores.Length];
        for (var a = 0; a < scores.Length; a++)
        {
            for (var b = 0; b < scores.Length; b++)
                result[a, b] = Pair(scores[a], scores[b]);
            if (result[a, a] < -1e-12 * DenseLoops.Dot(scores[a], scores[a]))
                throw new SurveyException(SurveyError.InvalidValue, $"The variance of '{statistics[a].Name}' is estimated below zero, as Horvitz and Thompson's can be: use Yates and Grundy's.", statistics[a].Name);
        }
        return result;
    }

    private double Pair(double[] first, double[] second)
    {
        double sum = 0;
        for (var i = 0; i < Rows; i++)
        {
            double row = 0;
            for (var j = 0; j < Rows; j++)
                row += dependence[i, j] * (variance == JointVariance.HorvitzThompson ? first[i] * second[j] : (first[i] * second[j]) - (first[j] * second[j]));
            sum += row;
        }
        return sum;
    }

    private static double[] Inverse(double[] probabilities) => [.. probabilities.Select((p, unit) => p is > 0 and <= 1 ? 1 / p
        : throw new SurveyException(SurveyError.InvalidValue, $"The probability of inclusion of unit {unit} is {p}: it must be above 0 and at most 1."))];
}
