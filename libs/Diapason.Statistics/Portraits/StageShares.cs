using System.Buffers;

namespace Diapason.Statistics;

/// <summary>The variance that one stage of selection adds to every cell of a table.</summary>
/// <param name="cells">The cells.</param>
/// <param name="stage">The stage.</param>
/// <param name="sums">Sums of weights by unit (by element: by stratum), segment and code.</param>
/// <param name="beta">Coefficients of the cells' influence on the auxiliaries, columns × cells; null without a calibration.</param>
internal sealed class StageShares(ShareCells cells, StagePlan stage, double[] sums, double[]? beta)
{
    public void AddTo(double[] variances)
    {
        if (stage.ByElement)
            DenseLoops.Add(variances, ByElement());
        else
            ByUnit(variances);
    }

    /// <summary>Adds the covariance between the numbers of people of every two cells of a single segment, cells × cells.</summary>
    public void AddCovarianceTo(double[] covariance)
    {
        if (!stage.ByElement)
        {
            Centred((unit, scale) => AddOuter(covariance, unit, scale));
            return;
        }
        var table = cells.Tabulate(cells.Keys.SegmentKey, stage.SquaredWeights, 1);
        // A row is in one cell only: its indicators have no product.
        for (var c = 0; c < cells.Count; c++)
            covariance[(c * cells.Count) + c] += table[c];
        ArrayPool<double>.Shared.Return(table);
        if (beta is not null)
            AddRegressionProducts(covariance);
        var unit = new double[cells.Count];
        for (var h = 0; h < stage.Stage.Strata; h++)
        {
            var scale = stage.Scale[stage.Stage.StratumStart[h]] / stage.Stage.UnitsIn(h);
            if (!stage.Centres(h) || scale == 0)
                continue;
            Residual(h, unit);
            AddOuter(covariance, unit, -scale);
        }
    }

    private static void AddOuter(double[] covariance, ReadOnlySpan<double> unit, double scale)
    {
        for (var c = 0; c < unit.Length; c++)
        {
            if (unit[c] != 0)
                DenseLoops.AddScaled(covariance.AsSpan(c * unit.Length, unit.Length), unit, scale * unit[c]);
        }
    }

    /// <summary>Each unit's residual sums less the mean of its stratum, with the scale of its square.</summary>
    private void Centred(UnitAction act)
    {
        var mean = new double[cells.Count];
        for (var h = 0; h < stage.Stage.Strata; h++)
        {
            var (start, n) = (stage.Stage.StratumStart[h], stage.Stage.UnitsIn(h));
            if (!stage.Scale.AsSpan(start, n).ContainsAnyExcept(0))
                continue;
            var units = new double[n * cells.Count];
            Array.Clear(mean);
            for (var c = 0; c < n; c++)
            {
                Residual(start + c, units.AsSpan(c * cells.Count, cells.Count));
                DenseLoops.Add(mean, units.AsSpan(c * cells.Count, cells.Count));
            }
            for (var c = 0; c < n; c++)
            {
                var unit = units.AsSpan(c * cells.Count, cells.Count);
                if (stage.Centres(h))
                    DenseLoops.AddScaled(unit, mean, -1.0 / n);
                act(unit, stage.Scale[start + c]);
            }
        }
    }

    /// <summary>Adds −β′A − A′β + β′ (Σ scale w² x x′) β, with A = Σ scale w w x z.</summary>
    private void AddRegressionProducts(double[] covariance)
    {
        var x = stage.Auxiliaries!;
        var cross = cells.AuxiliarySums(cells.Keys.Plan.Auxiliaries!, (x.CrossWeights, x.DenseCross));
        var (columns, count) = (beta!.Length / cells.Count, cells.Count);
        var fitted = new double[count];
        for (var i = 0; i < columns; i++)
        {
            var own = beta.AsSpan(i * count, count);
            var crossed = cross.AsSpan(i * count, count);
            Array.Clear(fitted);
            for (var j = 0; j < columns; j++)
                DenseLoops.AddScaled(fitted, beta.AsSpan(j * count, count), x.Squares[i, j]);
            DenseLoops.AddScaled(fitted, crossed, -1);
            for (var c = 0; c < count; c++)
            {
                DenseLoops.AddScaled(covariance.AsSpan(c * count, count), fitted, own[c]);
                DenseLoops.AddScaled(covariance.AsSpan(c * count, count), own, -crossed[c]);
            }
        }
    }

    private delegate void UnitAction(ReadOnlySpan<double> unit, double scale);

    private void ByUnit(double[] variances)
    {
        var mean = new double[cells.Count];
        var units = Array.Empty<double>();
        for (var h = 0; h < stage.Stage.Strata; h++)
        {
            var (start, n) = (stage.Stage.StratumStart[h], stage.Stage.UnitsIn(h));
            if (!stage.Scale.AsSpan(start, n).ContainsAnyExcept(0))
                continue;
            if (units.Length < n * cells.Count)
                units = new double[n * cells.Count];
            Array.Clear(mean);
            for (var c = 0; c < n; c++)
            {
                var unit = units.AsSpan(c * cells.Count, cells.Count);
                Residual(start + c, unit);
                DenseLoops.Add(mean, unit);
            }
            var centre = stage.Centres(h) ? 1.0 / n : 0;
            for (var c = 0; c < n; c++)
                DenseLoops.AddSquares(variances, units.AsSpan(c * cells.Count, cells.Count), mean, centre, stage.Scale[start + c]);
        }
    }

    /// <summary>Sum over a unit or stratum of w (z − x′β).</summary>
    private void Residual(int group, Span<double> into)
    {
        cells.Influence(sums.AsSpan(group * cells.Stride, cells.Stride), into);
        if (beta is null)
            return;
        var columns = beta.Length / cells.Count;
        for (var j = 0; j < columns; j++)
            DenseLoops.AddScaled(into, beta.AsSpan(j * cells.Count, cells.Count), -stage.Auxiliaries!.Totals[(group * columns) + j]);
    }

    private double[] ByElement()
    {
        var table = cells.Tabulate(cells.Keys.SegmentKey, stage.SquaredWeights, 1);
        var variances = cells.Squares(table);
        ArrayPool<double>.Shared.Return(table);
        var size = variances.ToArray();
        if (beta is not null)
            AddRegression(variances);
        var unit = new double[cells.Count];
        for (var h = 0; h < stage.Stage.Strata; h++)
        {
            var scale = stage.Scale[stage.Stage.StratumStart[h]] / stage.Stage.UnitsIn(h);
            if (!stage.Centres(h) || scale == 0)
                continue;
            Residual(h, unit);
            for (var c = 0; c < unit.Length; c++)
                variances[c] -= scale * unit[c] * unit[c];
        }
        // What is left of a difference of sums below their rounding is zero (a question that is itself a margin).
        for (var c = 0; c < unit.Length; c++)
            variances[c] = variances[c] < 1e-13 * size[c] ? 0 : variances[c];
        return variances;
    }

    /// <summary>Adds −2 β′ Σ scale w w x z + β′ (Σ scale w² x x′) β.</summary>
    private void AddRegression(double[] variances)
    {
        var x = stage.Auxiliaries!;
        var cross = cells.AuxiliarySums(cells.Keys.Plan.Auxiliaries!, (x.CrossWeights, x.DenseCross));
        var columns = beta!.Length / cells.Count;
        for (var i = 0; i < columns; i++)
        {
            for (var c = 0; c < variances.Length; c++)
            {
                double fitted = 0;
                for (var j = 0; j < columns; j++)
                    fitted += x.Squares[i, j] * beta[(j * variances.Length) + c];
                variances[c] += beta[(i * variances.Length) + c] * (fitted - (2 * cross[(i * variances.Length) + c]));
            }
        }
    }
}
