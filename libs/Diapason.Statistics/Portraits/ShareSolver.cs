using System.Buffers;

namespace Diapason.Statistics;

/// <summary>Shares and their linearised variances from cross-tabulations: no row-by-row influence values.</summary>
/// <remarks>
/// With z the influence of a cell, the variance is that of unit sums of w (z − x′β); sums of w z by unit and of d x z by auxiliary level are
/// cross-tabulations, sums of w x by unit do not depend on the question.
/// </remarks>
internal sealed class ShareSolver
{
    private readonly SegmentPlan keys;
    private readonly int k;
    private readonly int cells;
    private readonly double[] shares;
    private readonly double[] bases;
    private readonly double[] sums;
    private readonly int[] counts;
    private readonly double[][]? regressionTables;

    private ShareSolver(SegmentPlan keys, CategoricalColumn question)
    {
        this.keys = keys;
        k = question.Categories.Count;
        cells = keys.Segments * k;
        var plan = keys.Plan;
        var groups = plan.ByElement ? plan.Stage.Strata : plan.Stage.Units;
        counts = new int[keys.Buckets * (k + 1)];
        if (plan.Auxiliaries is { Groups.Count: 2 } x)
        {
            (sums, regressionTables) = (Lend(groups), [Lend(x.Groups[0].Levels), Lend(x.Groups[1].Levels)]);
            CrossTabulation.AddFour(
                question,
                new TableTarget(keys.SumKey, plan.Design.WeightArray, sums),
                new TableTarget(keys.AuxiliaryKeys[0], x.Regression, regressionTables[0]),
                new TableTarget(keys.AuxiliaryKeys[1], x.Regression, regressionTables[1]),
                (keys.SegmentKey, counts));
        }
        else
        {
            sums = Tabulate(question, keys.SumKey, plan.Design.WeightArray, groups);
            CrossTabulation.Count(question, keys.SegmentKey, counts);
        }
        (shares, bases) = Totals(groups);
    }

    public static ShareArrays Solve(SegmentPlan keys, CategoricalColumn question)
    {
        var solver = new ShareSolver(keys, question);
        var (inside, outside) = solver.Counts();
        var beta = solver.Regress(question);
        var variances = keys.Plan.ByElement ? solver.ByElement(question, beta) : solver.ByUnit(beta);
        ArrayPool<double>.Shared.Return(solver.sums);
        return new ShareArrays(inside, outside, solver.shares, variances, solver.bases, keys.DegreesOfFreedom, KishSizes.Of(keys, question, solver.shares));
    }

    /// <summary>A table of zeros lent by the pool: what reads it gives it back.</summary>
    private double[] Lend(int groups)
    {
        var length = groups * keys.Buckets * (k + 1);
        var table = ArrayPool<double>.Shared.Rent(length);
        Array.Clear(table, 0, length);
        return table;
    }

    private double[] Tabulate(CategoricalColumn question, int[] key, double[] weights, int groups)
    {
        var table = Lend(groups);
        CrossTabulation.Add(question, key, weights, table);
        return table;
    }

    private (int[] Inside, int[] Outside) Counts()
    {
        var inside = new int[cells];
        for (var s = 0; s < keys.Segments; s++)
            counts.AsSpan(s * (k + 1), k).CopyTo(inside.AsSpan(s * k));
        return (inside, counts[(keys.Segments * (k + 1))..^1]);
    }

    private (double[] Shares, double[] Bases) Totals(int groups)
    {
        var stride = keys.Buckets * (k + 1);
        var total = new double[stride];
        for (var g = 0; g < groups; g++)
            DenseLoops.Add(total, sums.AsSpan(g * stride, stride));
        var share = new double[cells];
        var weighted = new double[keys.Segments];
        for (var s = 0; s < keys.Segments; s++)
        {
            for (var c = 0; c < k; c++)
                weighted[s] += total[(s * (k + 1)) + c];
            for (var c = 0; c < k; c++)
                share[(s * k) + c] = weighted[s] != 0 ? total[(s * (k + 1)) + c] / weighted[s] : 0;
        }
        return (share, weighted);
    }

    /// <summary>Turns sums by code into sums of w z: (S_code − share × S_base) / base.</summary>
    private void Influence(ReadOnlySpan<double> table, Span<double> into)
    {
        for (var s = 0; s < keys.Segments; s++)
        {
            var row = table.Slice(s * (k + 1), k);
            double all = 0;
            foreach (var v in row)
                all += v;
            if (bases[s] == 0)
            {
                into.Slice(s * k, k).Clear();
                continue;
            }
            for (var c = 0; c < k; c++)
                into[(s * k) + c] = (row[c] - (shares[(s * k) + c] * all)) / bases[s];
        }
    }

    /// <summary>Coefficients of every cell's influence on the auxiliaries: columns × cells.</summary>
    private double[]? Regress(CategoricalColumn question)
    {
        if (keys.Plan.Auxiliaries is not { } x)
            return null;
        var right = AuxiliarySums(question, (x.Regression, x.DenseRegression), x, regressionTables);
        return x.Step.SolveMany(right, cells);
    }

    private double[] AuxiliarySums(CategoricalColumn question, (double[] Plain, IReadOnlyList<double[]> Dense) weights, PlanOfAuxiliaries x, double[][]? ready = null)
    {
        var matrix = x.Step.Auxiliaries;
        var result = new double[matrix.Columns * cells];
        var z = new double[cells];
        for (var j = 0; j < weights.Dense.Count; j++)
            AddWhole(question, weights.Dense[j], result.AsSpan((matrix.DenseStart + j) * cells, cells));
        if (x.Groups.Count == 0 && matrix.HasIntercept)
            AddWhole(question, weights.Plain, result.AsSpan(0, cells));
        for (var g = 0; g < x.Groups.Count; g++)
        {
            var group = x.Groups[g];
            var table = ready?[g] ?? Tabulate(question, keys.AuxiliaryKeys[g], weights.Plain, group.Levels);
            var stride = keys.Buckets * (k + 1);
            for (var level = 0; level < group.Levels; level++)
            {
                Influence(table.AsSpan(level * stride, stride), z);
                var (first, second) = group.ColumnsOf(matrix, level);
                if (first >= 0)
                    DenseLoops.Add(result.AsSpan(first * cells, cells), z);
                if (second >= 0)
                    DenseLoops.Add(result.AsSpan(second * cells, cells), z);
                if (g == 0 && matrix.HasIntercept)
                    DenseLoops.Add(result.AsSpan(0, cells), z);
            }
            ArrayPool<double>.Shared.Return(table);
        }
        return result;
    }

    /// <summary>The sum over every row, without a factor.</summary>
    private void AddWhole(CategoricalColumn question, double[] weights, Span<double> into)
    {
        var table = Tabulate(question, keys.SegmentKey, weights, 1);
        Influence(table.AsSpan(0, keys.Buckets * (k + 1)), into);
        ArrayPool<double>.Shared.Return(table);
    }

    private double[] ByUnit(double[]? beta)
    {
        var plan = keys.Plan;
        var variances = new double[cells];
        var mean = new double[cells];
        var units = Array.Empty<double>();
        for (var h = 0; h < plan.Stage.Strata; h++)
        {
            var (start, n) = (plan.Stage.StratumStart[h], plan.Stage.UnitsIn(h));
            if (units.Length < n * cells)
                units = new double[n * cells];
            Array.Clear(mean);
            for (var c = 0; c < n; c++)
            {
                var unit = units.AsSpan(c * cells, cells);
                Residual(start + c, sums, plan.Auxiliaries?.UnitTotals, beta, unit);
                DenseLoops.Add(mean, unit);
            }
            var centre = plan.Centres(h) ? 1.0 / n : 0;
            for (var c = 0; c < n; c++)
                DenseLoops.AddSquares(variances, units.AsSpan(c * cells, cells), mean, centre, plan.Scale[start + c]);
        }
        return variances;
    }

    /// <summary>Sum over a unit or stratum of w (z − x′β).</summary>
    private void Residual(int group, double[] tables, double[]? totals, double[]? beta, Span<double> into)
    {
        var stride = keys.Buckets * (k + 1);
        Influence(tables.AsSpan(group * stride, stride), into);
        if (beta is null)
            return;
        var columns = beta.Length / cells;
        for (var j = 0; j < columns; j++)
            DenseLoops.AddScaled(into, beta.AsSpan(j * cells, cells), -totals![(group * columns) + j]);
    }

    private double[] ByElement(CategoricalColumn question, double[]? beta)
    {
        var plan = keys.Plan;
        var table = Tabulate(question, keys.SegmentKey, plan.SquaredWeights, 1);
        var variances = ElementSquares(table);
        ArrayPool<double>.Shared.Return(table);
        var size = variances.ToArray();
        if (beta is not null)
            AddRegression(question, beta, variances);
        var unit = new double[cells];
        for (var h = 0; h < plan.Stage.Strata; h++)
        {
            if (!plan.Centres(h))
                continue;
            Residual(h, sums, plan.Auxiliaries?.StratumTotals, beta, unit);
            var scale = -plan.Scale[plan.Stage.StratumStart[h]] / plan.Stage.UnitsIn(h);
            for (var c = 0; c < cells; c++)
                variances[c] += scale * unit[c] * unit[c];
        }
        // What is left of a difference of sums below their rounding is zero (a question that is itself a margin).
        for (var c = 0; c < cells; c++)
            variances[c] = variances[c] < 1e-13 * size[c] ? 0 : variances[c];
        return variances;
    }

    /// <summary>Σ scale w² z² from the sums of scale w² by code.</summary>
    private double[] ElementSquares(double[] table)
    {
        var result = new double[cells];
        for (var s = 0; s < keys.Segments; s++)
        {
            double all = 0;
            for (var c = 0; c < k; c++)
                all += table[(s * (k + 1)) + c];
            for (var c = 0; c < k && all > 0; c++)
            {
                var p = shares[(s * k) + c];
                var inside = table[(s * (k + 1)) + c];
                result[(s * k) + c] = ((inside * (1 - p) * (1 - p)) + ((all - inside) * p * p)) / (bases[s] * bases[s]);
            }
        }
        return result;
    }

    /// <summary>Adds −2 β′ Σ scale w w x z + β′ (Σ scale w² x x′) β.</summary>
    private void AddRegression(CategoricalColumn question, double[] beta, double[] variances)
    {
        var x = keys.Plan.Auxiliaries!;
        var cross = AuxiliarySums(question, (x.CrossWeights, x.DenseCross), x);
        var columns = beta.Length / cells;
        for (var i = 0; i < columns; i++)
        {
            for (var c = 0; c < cells; c++)
            {
                double fitted = 0;
                for (var j = 0; j < columns; j++)
                    fitted += x.Squares[i, j] * beta[(j * cells) + c];
                variances[c] += beta[(i * cells) + c] * (fitted - (2 * cross[(i * cells) + c]));
            }
        }
    }
}
