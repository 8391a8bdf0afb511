namespace Diapason.Statistics;

/// <summary>Columns of a regression over the rows where everything is known.</summary>
internal sealed class ModelMatrix
{
    private ModelMatrix(bool[] included, double[][] columns, IReadOnlyList<string> names, IReadOnlyList<(string Name, int Start, int Count)> terms) =>
        (Included, Columns, Names, Terms) = (included, columns, names, terms);

    public bool[] Included { get; }

    /// <summary>p columns of n numbers, 0 outside the rows included.</summary>
    public double[][] Columns { get; }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<(string Name, int Start, int Count)> Terms { get; }

    public static ModelMatrix Of(int rows, IReadOnlyList<Term> terms, bool intercept, Func<int, bool> present)
    {
        if (terms.FirstOrDefault(t => t.Count != rows) is { } odd)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{odd.Name}' has {odd.Count} rows, the design {rows}.", odd.Name);
        var places = new List<(string, int, int)>();
        var definitions = new List<(string Name, Func<int, double> Value)>();
        if (intercept)
            definitions.Add(("(Intercept)", _ => 1));
        foreach (var term in terms)
        {
            places.Add((term.Name, definitions.Count, term.Columns.Count));
            definitions.AddRange(term.Columns);
        }
        var columns = definitions.Select(d => Enumerable.Range(0, rows).Select(d.Value).ToArray()).ToArray();
        var included = new bool[rows];
        for (var row = 0; row < rows; row++)
        {
            included[row] = present(row) && Array.TrueForAll(columns, c => !double.IsNaN(c[row]));
            for (var j = 0; j < columns.Length && !included[row]; j++)
                columns[j][row] = 0;
        }
        return new ModelMatrix(included, columns, definitions.Select(d => d.Name).ToList(), places);
    }

    /// <summary>X β.</summary>
    public double[] Times(ReadOnlySpan<double> beta)
    {
        var result = new double[Included.Length];
        for (var j = 0; j < Columns.Length; j++)
            DenseLoops.AddScaled(result, Columns[j], beta[j]);
        return result;
    }

    /// <summary>X′ y.</summary>
    public double[] TransposeTimes(double[] y) => Columns.Select(c => DenseLoops.Dot(c, y)).ToArray();

    /// <summary>(X′ diag(w) X)⁻¹ from an orthogonal factorisation of √w X, which keeps twice the digits of the normal equations.</summary>
    /// <exception cref="SurveyException"><see cref="SurveyError.Singular"/>, naming the first redundant column.</exception>
    public double[,] InverseGram(ReadOnlySpan<double> weights)
    {
        var p = Columns.Length;
        foreach (var w in weights)
        {
            if (w < 0)
                throw new SurveyException(SurveyError.InvalidWeight, "A regression needs weights that are not negative.");
        }
        var (q, r) = (new double[p][], new double[p, p]);
        for (var j = 0; j < p; j++)
        {
            q[j] = new double[Included.Length];
            for (var row = 0; row < q[j].Length; row++)
                q[j][row] = Columns[j][row] * Math.Sqrt(weights[row]);
            var norm = Math.Sqrt(DenseLoops.Dot(q[j], q[j]));
            for (var pass = 0; pass < 2; pass++)
            {
                for (var i = 0; i < j; i++)
                {
                    var share = DenseLoops.Dot(q[i], q[j]);
                    r[i, j] += share;
                    DenseLoops.AddScaled(q[j], q[i], -share);
                }
            }
            r[j, j] = Math.Sqrt(DenseLoops.Dot(q[j], q[j]));
            if (!(r[j, j] > 1e-9 * norm))
                throw new SurveyException(SurveyError.Singular, $"'{Names[j]}' is a combination of the other columns, or never varies.", Names[j]);
            for (var row = 0; row < q[j].Length; row++)
                q[j][row] /= r[j, j];
        }
        var inverse = DenseMatrix.Inverse(r, "the model");
        return DenseMatrix.Multiply(inverse, DenseMatrix.Transpose(inverse));
    }
}
