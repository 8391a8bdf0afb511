namespace Diapason.Statistics;

/// <summary>Newton's method on the weighted likelihood of the proportional-odds model, with its exact second derivatives.</summary>
internal sealed class OrdinalFit : ICoefficients
{
    private readonly ModelMatrix matrix;
    private readonly int[] level;
    private readonly int thresholds;
    private readonly int slopes;

    public OrdinalFit(ModelMatrix matrix, CategoricalColumn response, List<int> levels)
    {
        this.matrix = matrix;
        level = Enumerable.Range(0, response.Count).Select(row => matrix.Included[row] ? levels.IndexOf(response[row]) : -1).ToArray();
        (thresholds, slopes) = (levels.Count - 1, matrix.Columns.Length);
    }

    public double[] Coefficients(ReadOnlySpan<double> weights)
    {
        var beta = Start(weights);
        var (likelihood, score, information) = Derivatives(weights, beta);
        for (var iteration = 0; iteration < 100; iteration++)
        {
            var step = DenseMatrix.Multiply(DenseMatrix.Inverse(information, "the ordinal model"), score);
            var share = 1.0;
            var next = Moved(beta, step, share);
            var derivatives = Derivatives(weights, next);
            while (!(derivatives.Likelihood >= likelihood - 1e-9 * Math.Abs(likelihood)) && share > 1e-6)
            {
                share /= 2;
                next = Moved(beta, step, share);
                derivatives = Derivatives(weights, next);
            }
            var change = Enumerable.Range(0, beta.Length).Max(j => Math.Abs(next[j] - beta[j]) / (1e-3 + Math.Abs(next[j])));
            beta = next;
            (likelihood, score, information) = derivatives;
            if (change < 1e-11)
                return beta;
        }
        throw new SurveyException(SurveyError.NotConverged, "The ordinal model did not converge: categories may be separated perfectly.");
    }

    public double[][] Influence(ReadOnlySpan<double> weights, double[] beta)
    {
        var inverse = DenseMatrix.Inverse(Derivatives(weights, beta).Information, "the ordinal model");
        var result = Enumerable.Range(0, beta.Length).Select(_ => new double[level.Length]).ToArray();
        var linear = matrix.Times(beta.AsSpan(0, slopes));
        var own = new double[beta.Length];
        for (var row = 0; row < level.Length; row++)
        {
            if (level[row] < 0)
                continue;
            Array.Clear(own);
            AddScore(own, row, Cell(row, linear[row], beta), 1);
            for (var j = 0; j < own.Length; j++)
            {
                for (var k = 0; k < own.Length; k++)
                    result[j][row] += inverse[j, k] * own[k];
            }
        }
        return result;
    }

    private static double[] Moved(double[] beta, double[] step, double share) => beta.Zip(step, (b, s) => b + (share * s)).ToArray();

    private double[] Start(ReadOnlySpan<double> weights)
    {
        var sums = new double[thresholds + 1];
        for (var row = 0; row < level.Length; row++)
        {
            if (level[row] >= 0)
                sums[level[row]] += weights[row];
        }
        var beta = new double[slopes + thresholds];
        double cumulated = 0, total = sums.Sum();
        for (var k = 0; k < thresholds; k++)
        {
            cumulated += sums[k] / total;
            beta[slopes + k] = Math.Log(cumulated / (1 - cumulated));
        }
        return beta;
    }

    /// <summary>Probability of the row's category, and first and second derivatives of the logistic function at both of its thresholds.</summary>
    private (double Probability, double Upper, double Lower, double UpperSlope, double LowerSlope) Cell(int row, double linear, double[] beta)
    {
        var (f, fs, g, gs) = (1.0, 0.0, 0.0, 0.0);
        var (upper, lower) = (0.0, 0.0);
        if (level[row] < thresholds)
        {
            f = Logistic(beta[slopes + level[row]] - linear);
            upper = f * (1 - f);
            fs = upper * (1 - (2 * f));
        }
        if (level[row] > 0)
        {
            g = Logistic(beta[slopes + level[row] - 1] - linear);
            lower = g * (1 - g);
            gs = lower * (1 - (2 * g));
        }
        return (f - g, upper, lower, fs, gs);

        static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
    }

    private void AddScore(double[] score, int row, (double P, double Upper, double Lower, double UpperSlope, double LowerSlope) cell, double weight)
    {
        var both = weight * (cell.Upper - cell.Lower) / cell.P;
        for (var j = 0; j < slopes; j++)
            score[j] -= both * matrix.Columns[j][row];
        if (level[row] < thresholds)
            score[slopes + level[row]] += weight * cell.Upper / cell.P;
        if (level[row] > 0)
            score[slopes + level[row] - 1] -= weight * cell.Lower / cell.P;
    }

    private (double Likelihood, double[] Score, double[,] Information) Derivatives(ReadOnlySpan<double> weights, double[] beta)
    {
        double likelihood = 0;
        var score = new double[beta.Length];
        var information = new double[beta.Length, beta.Length];
        var linear = matrix.Times(beta.AsSpan(0, slopes));
        var (up, down) = (new double[beta.Length], new double[beta.Length]);
        for (var row = 0; row < level.Length; row++)
        {
            if (level[row] < 0 || weights[row] == 0)
                continue;
            var cell = Cell(row, linear[row], beta);
            if (!(cell.Probability > 0))
                return (double.NegativeInfinity, score, information);
            likelihood += weights[row] * Math.Log(cell.Probability);
            AddScore(score, row, cell, weights[row]);
            Directions(row, up, down);
            var (a, b) = (cell.Upper / cell.Probability, cell.Lower / cell.Probability);
            var (aa, bb) = ((cell.UpperSlope / cell.Probability) - (a * a), -(cell.LowerSlope / cell.Probability) - (b * b));
            for (var i = 0; i < beta.Length; i++)
            {
                var (left, right) = ((aa * up[i]) + (a * b * down[i]), (bb * down[i]) + (a * b * up[i]));
                for (var j = 0; j < beta.Length && (left != 0 || right != 0); j++)
                    information[i, j] -= weights[row] * ((left * up[j]) + (right * down[j]));
            }
        }
        return (likelihood, score, information);
    }

    /// <summary>Gradients of the arguments at the upper and lower thresholds.</summary>
    private void Directions(int row, double[] up, double[] down)
    {
        Array.Clear(up);
        Array.Clear(down);
        for (var j = 0; j < slopes; j++)
        {
            up[j] = level[row] < thresholds ? -matrix.Columns[j][row] : 0;
            down[j] = level[row] > 0 ? -matrix.Columns[j][row] : 0;
        }
        if (level[row] < thresholds)
            up[slopes + level[row]] = 1;
        if (level[row] > 0)
            down[slopes + level[row] - 1] = 1;
    }
}
