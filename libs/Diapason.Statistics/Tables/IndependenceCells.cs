namespace Diapason.Statistics;

/// <summary>Shares of the cells of a table with their covariance, and what tests of independence draw from them.</summary>
internal sealed class IndependenceCells
{
    private readonly CrossTable table;
    private readonly int[] rows;
    private readonly int[] columns;
    private readonly int[] used;
    private readonly double[] shares;
    private readonly double[] rowShares;
    private readonly double[] columnShares;
    private readonly double[,] covariance;
    private readonly int n;

    public IndependenceCells(IDesign design, CrossTable table)
    {
        this.table = table;
        rows = Enumerable.Range(0, table.Rows.Categories.Count).Where(table.HasRow).ToArray();
        columns = Enumerable.Range(0, table.Columns.Categories.Count).Where(table.HasColumn).ToArray();
        if (rows.Length < 2 || columns.Length < 2)
        {
            var single = rows.Length < 2 ? table.Rows : table.Columns;
            throw new SurveyException(SurveyError.TooFew, $"'{single.Name}' has fewer than two categories with respondents: nothing to test.", single.Name);
        }
        used = rows.SelectMany(i => columns.Select(j => table.Cell(i, j))).ToArray();
        shares = Array.ConvertAll(used, c => table.Moments.Shares[c]);
        covariance = Part(table.Moments.CovarianceOfShares);
        rowShares = rows.Select((_, i) => Enumerable.Range(0, columns.Length).Sum(j => shares[(i * columns.Length) + j])).ToArray();
        columnShares = columns.Select((_, j) => Enumerable.Range(0, rows.Length).Sum(i => shares[(i * columns.Length) + j])).ToArray();
        n = table.Counts.Cast<int>().Sum();
        DegreesOfFreedom = design.DegreesOfFreedom(Domain.Where("complete", Array.ConvertAll(table.Cells.ToIndexes(), c => c >= 0)));
        if (DegreesOfFreedom <= 0)
            throw new SurveyException(SurveyError.TooFew, $"'{table.Rows.Name}' by '{table.Columns.Name}' has no degree of freedom.", table.Rows.Name);
    }

    public double DegreesOfFreedom { get; }

    public double Pearson()
    {
        double sum = 0;
        for (var c = 0; c < shares.Length; c++)
            sum += (shares[c] - Expected(c)) * (shares[c] - Expected(c)) / Expected(c);
        return sum * n;
    }

    /// <summary>Trace of the matrix of generalised design effects, trace of its square, and its size (Rao &amp; Scott 1984, eq. 3.5).</summary>
    public (double Trace, double TraceSquared, int Size) DesignEffects()
    {
        var contrasts = InteractionContrasts();
        var (cells, size) = (contrasts.GetLength(0), contrasts.GetLength(1));
        var scaled = new double[cells, size];
        for (var c = 0; c < cells; c++)
        {
            for (var k = 0; k < size; k++)
                scaled[c, k] = shares[c] == 0 ? 0 : contrasts[c, k] / shares[c];
        }
        var simple = DenseMatrix.Multiply(DenseMatrix.Transpose(contrasts), scaled);
        var actual = DenseMatrix.Sandwich(DenseMatrix.Transpose(scaled), covariance);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                simple[i, j] /= n;
        }
        var delta = DenseMatrix.Solve(simple, actual, $"'{table.Rows.Name}' by '{table.Columns.Name}'");
        var trace = DenseMatrix.Trace(delta);
        if (!(trace > 1e-12))
            throw new SurveyException(SurveyError.TooFew, $"'{table.Rows.Name}' by '{table.Columns.Name}' has no sampling variance: nothing to test.", table.Rows.Name);
        return (trace, DenseMatrix.Trace(DenseMatrix.Multiply(delta, delta)), size);
    }

    /// <summary>Wald's tests on the departures from independence; null when their covariance is singular.</summary>
    public (TestResult? Wald, TestResult? Adjusted) Wald()
    {
        var tested = Enumerable.Range(0, shares.Length).Where(c => c >= columns.Length && c % columns.Length > 0).ToArray();
        // On numbers of people, as R: the size of the population is then estimated too.
        var jacobian = DepartureJacobian(tested, 1);
        var all = table.Moments.People.Sum();
        var departures = tested.Select(c => (shares[c] - Expected(c)) * all).ToArray();
        var variance = DenseMatrix.Sandwich(jacobian, Part(table.Moments.CovarianceOfPeople));
        double wald;
        try
        {
            wald = DenseMatrix.Quadratic(departures, variance, "departures");
        }
        catch (SurveyException e) when (e.Error == SurveyError.Singular)
        {
            return (null, null);
        }
        double k = tested.Length, nu = DegreesOfFreedom, rest = nu - k + 1;
        var plain = new TestResult("Wald F", wald / k, k, nu, Distributions.FUpper(wald / k, k, nu));
        var value = wald * rest / (k * nu);
        return (plain, rest > 0 ? new TestResult("adjusted Wald F", value, k, rest, Distributions.FUpper(value, k, rest)) : null);
    }

    /// <summary>Departures over their standard errors, placed in the whole table.</summary>
    public double?[,] Residuals()
    {
        var all = Enumerable.Range(0, shares.Length).ToArray();
        var variance = DenseMatrix.Sandwich(DepartureJacobian(all, 0), covariance);
        var result = new double?[table.Counts.GetLength(0), table.Counts.GetLength(1)];
        foreach (var c in all)
        {
            if (variance[c, c] > 1e-24)
                result[rows[c / columns.Length], columns[c % columns.Length]] = (shares[c] - Expected(c)) / Math.Sqrt(variance[c, c]);
        }
        return result;
    }

    /// <summary>Rows and columns of the cells that someone's row and column reach.</summary>
    private double[,] Part(double[,] whole)
    {
        var part = new double[used.Length, used.Length];
        for (var a = 0; a < used.Length; a++)
        {
            for (var b = 0; b < used.Length; b++)
                part[a, b] = whole[used[a], used[b]];
        }
        return part;
    }

    private double Expected(int c) => rowShares[c / columns.Length] * columnShares[c % columns.Length];

    /// <summary>Derivatives of p_ij − p_i p_j with respect to every share, or (whole = 1) of N_ij − N_i N_j / N with respect to every number of people.</summary>
    private double[,] DepartureJacobian(int[] tested, int whole)
    {
        var jacobian = new double[tested.Length, shares.Length];
        for (var a = 0; a < tested.Length; a++)
        {
            var (i, j) = (tested[a] / columns.Length, tested[a] % columns.Length);
            for (var c = 0; c < shares.Length; c++)
            {
                jacobian[a, c] = (c == tested[a] ? 1 : 0)
                    - (c / columns.Length == i ? columnShares[j] : 0) - (c % columns.Length == j ? rowShares[i] : 0) + (whole * rowShares[i] * columnShares[j]);
            }
        }
        return jacobian;
    }

    /// <summary>Cells × (r−1)(c−1): interaction indicators made orthogonal to rows and columns by double centring.</summary>
    private double[,] InteractionContrasts()
    {
        var (r, c) = (rows.Length, columns.Length);
        var result = new double[r * c, (r - 1) * (c - 1)];
        for (var a = 1; a < r; a++)
        {
            for (var b = 1; b < c; b++)
            {
                for (var cell = 0; cell < r * c; cell++)
                    result[cell, ((a - 1) * (c - 1)) + b - 1] = ((cell / c == a ? 1 : 0) - (1.0 / r)) * ((cell % c == b ? 1 : 0) - (1.0 / c));
            }
        }
        return result;
    }
}
