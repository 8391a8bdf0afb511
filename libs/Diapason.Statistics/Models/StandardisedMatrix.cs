namespace Diapason.Statistics;

/// <summary>Columns of a model centred and scaled, and coefficients taken there and back: an income in dollars or a year would leave no digits otherwise.</summary>
internal sealed class StandardisedMatrix
{
    private readonly double[] centre;
    private readonly double[] scale;

    public StandardisedMatrix(ModelMatrix raw, ReadOnlySpan<double> weights)
    {
        var slopes = raw.Columns.Length;
        (centre, scale) = (new double[slopes], new double[slopes]);
        for (var j = 0; j < slopes; j++)
            (centre[j], scale[j]) = Spread(raw.Columns[j], raw.Included, weights);
        var columns = raw.Columns.Select((x, j) => x.Select((v, row) => raw.Included[row] ? (v - centre[j]) / scale[j] : 0).ToArray()).ToArray();
        Matrix = raw.With(columns);
    }

    public ModelMatrix Matrix { get; }

    /// <summary>Slopes then thresholds for the columns as given; linear, so that it serves for influences too.</summary>
    public double[] Original(double[] inner)
    {
        var beta = (double[])inner.Clone();
        for (var j = 0; j < scale.Length; j++)
        {
            beta[j] /= scale[j];
            for (var k = scale.Length; k < beta.Length; k++)
                beta[k] += beta[j] * centre[j];
        }
        return beta;
    }

    /// <summary>The inverse of <see cref="Original"/>.</summary>
    public double[] Standard(double[] beta)
    {
        var inner = (double[])beta.Clone();
        for (var j = 0; j < scale.Length; j++)
        {
            for (var k = scale.Length; k < beta.Length; k++)
                inner[k] -= beta[j] * centre[j];
            inner[j] *= scale[j];
        }
        return inner;
    }

    private static (double Centre, double Scale) Spread(double[] column, bool[] included, ReadOnlySpan<double> weights)
    {
        double sum = 0, total = 0, squares = 0;
        for (var row = 0; row < column.Length; row++)
        {
            if (!included[row])
                continue;
            sum += weights[row];
            total += weights[row] * column[row];
        }
        for (var row = 0; row < column.Length; row++)
            squares += included[row] ? weights[row] * (column[row] - (total / sum)) * (column[row] - (total / sum)) : 0;
        return (total / sum, Math.Sqrt(squares / sum));
    }
}
