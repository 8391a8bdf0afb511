namespace Diapason.Statistics;

/// <summary>One coefficient of a model as a statistic; the coefficients of a model share their fits.</summary>
internal sealed class CoefficientStatistic(string name, int index, bool[] included, CoefficientStatistic.Fits fits) : Statistic(name, null, included)
{
    public override double Evaluate(ReadOnlySpan<double> weights) => fits.Under(weights)[index];

    public override void Influence(ReadOnlySpan<double> weights, double value, Span<double> influence) => fits.Influence(weights)[index].CopyTo(influence);

    /// <summary>The last fit, kept while the weights are the same.</summary>
    internal sealed class Fits(ICoefficients model)
    {
        private double[] weights = [];
        private double[] beta = [];
        private double[][]? influence;

        public double[] Under(ReadOnlySpan<double> now)
        {
            if (!now.SequenceEqual(weights))
                (beta, weights, influence) = (model.Coefficients(now), now.ToArray(), null);
            return beta;
        }

        public double[][] Influence(ReadOnlySpan<double> now)
        {
            _ = Under(now);
            return influence ??= model.Influence(now, beta);
        }
    }
}
