namespace Diapason.Statistics;

/// <summary>√w X = Q R by Gram–Schmidt with a second pass, which keeps twice the digits of the normal equations.</summary>
internal sealed class WeightedFactor
{
    private const double Tolerance = 1e-9;
    private readonly double[][] q;
    private readonly double[,] r;
    private readonly double[] roots;

    /// <param name="matrix">Columns.</param>
    /// <param name="weights">One a row.</param>
    /// <param name="least">Least share of each column that must be new; a thousand-millionth when null.</param>
    /// <exception cref="SurveyException"><see cref="SurveyError.Singular"/>, naming the first redundant column.</exception>
    public WeightedFactor(ModelMatrix matrix, ReadOnlySpan<double> weights, double[]? least = null)
    {
        var p = matrix.Columns.Length;
        (q, r, roots, New) = (new double[p][], new double[p, p], new double[weights.Length], new double[p]);
        for (var row = 0; row < roots.Length; row++)
        {
            roots[row] = weights[row] >= 0
                ? Math.Sqrt(weights[row]) : throw new SurveyException(SurveyError.InvalidWeight, "A regression needs weights that are not negative.");
        }
        for (var j = 0; j < p; j++)
        {
            q[j] = new double[roots.Length];
            for (var row = 0; row < roots.Length; row++)
                q[j][row] = matrix.Columns[j][row] * roots[row];
            var norm = Norm(q[j]);
            for (var pass = 0; pass < 2; pass++)
            {
                for (var i = 0; i < j; i++)
                {
                    var share = DenseLoops.Dot(q[i], q[j]);
                    r[i, j] += share;
                    DenseLoops.AddScaled(q[j], q[i], -share);
                }
            }
            r[j, j] = Norm(q[j]);
            New[j] = r[j, j] / norm;
            if (!(New[j] > (least?[j] ?? Tolerance)))
                throw new SurveyException(SurveyError.Singular, $"'{matrix.Names[j]}' is a combination of the other columns, or never varies.", matrix.Names[j]);
            for (var row = 0; row < roots.Length; row++)
                q[j][row] /= r[j, j];
        }
    }

    /// <summary>Share of each column that those before it do not hold, 0…1.</summary>
    public double[] New { get; }

    /// <summary>β that brings X β nearest to a response in the weights, the response given as gaps times weights: (X′ W X)⁻¹ X′ (gaps).</summary>
    public double[] Solve(ReadOnlySpan<double> gaps)
    {
        var scaled = new double[roots.Length];
        for (var row = 0; row < scaled.Length; row++)
            scaled[row] = roots[row] > 0 ? gaps[row] / roots[row] : 0;
        return Back(q.Select(column => DenseLoops.Dot(column, scaled)).ToArray());
    }

    /// <summary>(X′ W X)⁻¹.</summary>
    public double[,] InverseGram()
    {
        var p = q.Length;
        var inverse = new double[p, p];
        for (var j = 0; j < p; j++)
        {
            var unit = new double[p];
            unit[j] = 1;
            var column = Back(unit);
            for (var i = 0; i < p; i++)
                inverse[i, j] = column[i];
        }
        return DenseMatrix.Multiply(inverse, DenseMatrix.Transpose(inverse));
    }

    /// <summary>R⁻¹ x.</summary>
    private double[] Back(double[] x)
    {
        for (var i = x.Length - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < x.Length; k++)
                x[i] -= r[i, k] * x[k];
            x[i] /= r[i, i];
        }
        return x;
    }

    private static double Norm(double[] vector) => Math.Sqrt(DenseLoops.Dot(vector, vector));
}
