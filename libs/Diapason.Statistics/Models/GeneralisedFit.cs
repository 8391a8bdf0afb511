namespace Diapason.Statistics;

/// <summary>Solves Σ w x (y − μ) = 0 by Newton's method, under any weights.</summary>
internal sealed class GeneralisedFit(ModelMatrix matrix, NumericColumn response, ModelFamily family) : ICoefficients
{
    private const int MaxIterations = 100;

    public double[] Coefficients(ReadOnlySpan<double> weights)
    {
        var beta = Start(weights);
        var deviance = Deviance(weights, beta);
        for (var iteration = 0; iteration < MaxIterations; iteration++)
        {
            var step = DenseMatrix.Multiply(Inverse(weights, beta), Score(weights, beta));
            var (next, nextDeviance) = (beta, deviance);
            for (var share = 1.0; share > 1e-6; share /= 2)
            {
                next = beta.Zip(step, (b, s) => b + (share * s)).ToArray();
                nextDeviance = Deviance(weights, next);
                if (nextDeviance <= deviance + (1e-9 * (Math.Abs(deviance) + 0.1)))
                    break;
            }
            var change = Enumerable.Range(0, beta.Length).Max(j => Math.Abs(next[j] - beta[j]) / (1e-3 + Math.Abs(next[j])));
            (beta, deviance) = (next, nextDeviance);
            if (change < 1e-12)
                return beta;
        }
        throw new SurveyException(SurveyError.NotConverged, $"The regression of '{response.Name}' did not converge: categories may be separated perfectly.", response.Name);
    }

    public double[][] Influence(ReadOnlySpan<double> weights, double[] beta)
    {
        var inverse = Inverse(weights, beta);
        var residual = Residuals(beta);
        return Enumerable.Range(0, beta.Length).Select(j =>
        {
            var influence = new double[residual.Length];
            for (var k = 0; k < beta.Length; k++)
                DenseLoops.AddScaled(influence, matrix.Columns[k], inverse[j, k]);
            for (var row = 0; row < influence.Length; row++)
                influence[row] *= residual[row];
            return influence;
        }).ToArray();
    }

    private double[] Start(ReadOnlySpan<double> weights)
    {
        double sum = 0, total = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            if (!matrix.Included[row])
                continue;
            sum += weights[row];
            total += weights[row] * response.Values[row];
        }
        if (!(sum > 0))
            throw new SurveyException(SurveyError.EmptyDomain, $"No row has '{response.Name}' and every term.", response.Name);
        var beta = new double[matrix.Columns.Length];
        beta[0] = family.StartingIntercept(total / sum);
        return double.IsFinite(beta[0]) ? beta : throw new SurveyException(SurveyError.TooFew, $"'{response.Name}' never varies.", response.Name);
    }

    private double[] Residuals(double[] beta)
    {
        var linear = matrix.Times(beta);
        for (var row = 0; row < linear.Length; row++)
            linear[row] = matrix.Included[row] ? response.Values[row] - family.Mean(linear[row]) : 0;
        return linear;
    }

    private double[] Score(ReadOnlySpan<double> weights, double[] beta)
    {
        var residual = Residuals(beta);
        for (var row = 0; row < residual.Length; row++)
            residual[row] *= weights[row];
        return matrix.TransposeTimes(residual);
    }

    private double[,] Inverse(ReadOnlySpan<double> weights, double[] beta)
    {
        var linear = matrix.Times(beta);
        for (var row = 0; row < linear.Length; row++)
            linear[row] = matrix.Included[row] ? weights[row] * family.Slope(family.Mean(linear[row])) : 0;
        return matrix.InverseGram(linear);
    }

    private double Deviance(ReadOnlySpan<double> weights, double[] beta)
    {
        var linear = matrix.Times(beta);
        double sum = 0;
        for (var row = 0; row < linear.Length; row++)
        {
            if (matrix.Included[row] && weights[row] > 0)
                sum += weights[row] * family.Deviance(response.Values[row], family.Mean(linear[row]));
        }
        return double.IsNaN(sum) ? double.PositiveInfinity : sum;
    }
}

/// <summary>Coefficients as a function of weights, and each row's influence on them.</summary>
internal interface ICoefficients
{
    double[] Coefficients(ReadOnlySpan<double> weights);

    double[][] Influence(ReadOnlySpan<double> weights, double[] beta);
}
