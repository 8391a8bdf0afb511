namespace Diapason.Statistics;

/// <summary>Solves Σ w x (y − μ) = 0 by Newton's method, under any weights.</summary>
internal sealed class GeneralisedFit(ModelMatrix matrix, NumericColumn response, ModelFamily family) : ICoefficients
{
    private const int MaxIterations = 100;

    public double[] Coefficients(ReadOnlySpan<double> weights)
    {
        var beta = Start(weights);
        var deviance = Deviance(weights, beta);
        var factor = new WeightedFactor(matrix, Slopes(weights, beta));
        var least = factor.New.Select(share => Math.Min(1e-7, 1e-4 * share)).ToArray();
        for (var iteration = 0; iteration < MaxIterations; iteration++)
        {
            if (iteration > 0 && !family.IsLinear)
                factor = Refactor(weights, beta, least);
            var step = factor.Solve(Gaps(weights, beta));
            var (next, nextDeviance) = (beta, deviance);
            for (var share = 1.0; share > 1e-6; share /= 2)
            {
                next = beta.Zip(step, (b, s) => b + (share * s)).ToArray();
                nextDeviance = Deviance(weights, next);
                if (nextDeviance <= deviance + (1e-9 * (Math.Abs(deviance) + 0.1)))
                    break;
            }
            var settled = family.IsLinear ? iteration > 0 : IsSmall(weights, beta, step);
            (beta, deviance) = (next, nextDeviance);
            if (settled)
                return beta;
        }
        throw Separated(null);
    }

    public double[][] Influence(ReadOnlySpan<double> weights, double[] beta)
    {
        var inverse = new WeightedFactor(matrix, Slopes(weights, beta), new double[beta.Length]).InverseGram();
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

    private WeightedFactor Refactor(ReadOnlySpan<double> weights, double[] beta, double[] least)
    {
        try
        {
            return new WeightedFactor(matrix, Slopes(weights, beta), least);
        }
        catch (SurveyException e) when (e.Error == SurveyError.Singular)
        {
            // Independent at the start, redundant on the way: the rows that told the columns apart are fitted perfectly.
            throw Separated(e.Variable);
        }
    }

    private double[] Gaps(ReadOnlySpan<double> weights, double[] beta)
    {
        var gaps = Residuals(beta);
        for (var row = 0; row < gaps.Length; row++)
            gaps[row] *= weights[row];
        return gaps;
    }

    /// <summary>Whether a step moves no row's linear predictor: the next one would then be its square. Coefficients without an end keep moving some.</summary>
    private bool IsSmall(ReadOnlySpan<double> weights, double[] beta, double[] step)
    {
        var (linear, move) = (matrix.Times(beta), matrix.Times(step));
        for (var row = 0; row < move.Length; row++)
        {
            if (weights[row] > 0 && !(Math.Abs(move[row]) <= 1e-8 * (1 + Math.Abs(linear[row]))))
                return false;
        }
        return true;
    }

    private double[] Residuals(double[] beta)
    {
        var linear = matrix.Times(beta);
        for (var row = 0; row < linear.Length; row++)
            linear[row] = matrix.Included[row] ? family.Residual(response.Values[row], linear[row]) : 0;
        return linear;
    }

    private double[] Slopes(ReadOnlySpan<double> weights, double[] beta)
    {
        var linear = matrix.Times(beta);
        for (var row = 0; row < linear.Length; row++)
            linear[row] = matrix.Included[row] ? weights[row] * family.Slope(linear[row]) : 0;
        return linear;
    }

    private double Deviance(ReadOnlySpan<double> weights, double[] beta)
    {
        var linear = matrix.Times(beta);
        double sum = 0;
        for (var row = 0; row < linear.Length; row++)
        {
            if (matrix.Included[row] && weights[row] > 0)
                sum += weights[row] * family.Deviance(response.Values[row], linear[row]);
        }
        return double.IsNaN(sum) ? double.PositiveInfinity : sum;
    }

    private SurveyException Separated(string? column) => new(
        SurveyError.NotConverged,
        $"The regression of '{response.Name}' has no finite solution: {(column is null ? "its terms separate" : $"'{column}' separates")} the responses perfectly.",
        response.Name,
        column);
}

/// <summary>Coefficients as a function of weights, and each row's influence on them.</summary>
internal interface ICoefficients
{
    double[] Coefficients(ReadOnlySpan<double> weights);

    double[][] Influence(ReadOnlySpan<double> weights, double[] beta);
}
