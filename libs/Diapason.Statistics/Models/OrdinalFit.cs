namespace Diapason.Statistics;

/// <summary>Newton's method on the weighted likelihood of the proportional-odds model, with its exact second derivatives.</summary>
internal sealed class OrdinalFit : ICoefficients
{
    private readonly CategoricalColumn response;
    private readonly List<int> levels;
    private readonly StandardisedMatrix standardised;
    private readonly ModelMatrix matrix;
    private readonly int[] level;
    private readonly int thresholds;
    private readonly int slopes;

    public OrdinalFit(ModelMatrix raw, ReadOnlySpan<double> weights, CategoricalColumn response, List<int> levels)
    {
        (this.response, this.levels) = (response, levels);
        standardised = new StandardisedMatrix(raw, weights);
        matrix = standardised.Matrix;
        level = Enumerable.Range(0, response.Count).Select(row => raw.Included[row] ? levels.IndexOf(response[row]) : -1).ToArray();
        (thresholds, slopes) = (levels.Count - 1, raw.Columns.Length);
    }

    public double[] Coefficients(ReadOnlySpan<double> weights)
    {
        var beta = Start(weights);
        var (likelihood, score, information) = Derivatives(weights, beta);
        for (var iteration = 0; iteration < 100; iteration++)
        {
            var step = DenseMatrix.Multiply(Inverse(information), score);
            var share = 1.0;
            var next = Moved(beta, step, share);
            var derivatives = Derivatives(weights, next);
            while (!(derivatives.Likelihood >= likelihood - (1e-9 * Math.Abs(likelihood))) && share > 1e-6)
            {
                share /= 2;
                next = Moved(beta, step, share);
                derivatives = Derivatives(weights, next);
            }
            // Steps square themselves near the end; coefficients without one keep moving by about 1.
            var settled = Array.TrueForAll(step, s => Math.Abs(s) < 1e-8);
            beta = next;
            (likelihood, score, information) = derivatives;
            if (settled)
                return standardised.Original(beta);
        }
        throw NotConverged();
    }

    public double[][] Influence(ReadOnlySpan<double> weights, double[] beta)
    {
        var inner = standardised.Standard(beta);
        var inverse = Inverse(Derivatives(weights, inner).Information);
        var linear = matrix.Times(inner.AsSpan(0, slopes));
        var (own, result) = (new double[beta.Length], Enumerable.Range(0, beta.Length).Select(_ => new double[level.Length]).ToArray());
        for (var row = 0; row < level.Length; row++)
        {
            if (level[row] < 0)
                continue;
            Array.Clear(own);
            AddScore(own, row, Cell(row, linear[row], inner), 1);
            var moved = standardised.Original(DenseMatrix.Multiply(inverse, own));
            for (var j = 0; j < own.Length; j++)
                result[j][row] = moved[j];
        }
        return result;
    }

    private static double[] Moved(double[] beta, double[] step, double share) => beta.Zip(step, (b, s) => b + (share * s)).ToArray();

    private double[,] Inverse(double[,] information)
    {
        try
        {
            return DenseMatrix.Inverse(information, response.Name);
        }
        catch (SurveyException e) when (e.Error == SurveyError.Singular)
        {
            // Redundant columns were refused before: the information vanishes when rows are fitted perfectly.
            throw NotConverged();
        }
    }

    private SurveyException NotConverged() => new(SurveyError.NotConverged, $"The ordinal model of '{response.Name}' has no finite solution: its terms separate the categories perfectly.", response.Name);

    private double[] Start(ReadOnlySpan<double> weights)
    {
        var sums = new double[thresholds + 1];
        for (var row = 0; row < level.Length; row++)
        {
            if (level[row] >= 0)
                sums[level[row]] += weights[row];
        }
        if (Array.FindIndex(sums, s => !(s > 0)) is >= 0 and var empty)
        {
            var category = response.Categories[levels[empty]];
            throw new SurveyException(SurveyError.EmptyDomain, $"'{category}' of '{response.Name}' has no respondent under the weights of a replicate.", response.Name, category);
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
        var upper = level[row] < thresholds ? beta[slopes + level[row]] - linear : double.PositiveInfinity;
        var lower = level[row] > 0 ? beta[slopes + level[row] - 1] - linear : double.NegativeInfinity;
        return (Logistic.Between(lower, upper), Logistic.Density(upper), Logistic.Density(lower), Logistic.Curvature(upper), Logistic.Curvature(lower));
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
