using System.Buffers;

namespace Diapason.Statistics;

/// <summary>The cells of a table of shares: cross-tabulations of the question, and what each cell's influence adds up to in them.</summary>
/// <param name="keys">Where rows add up.</param>
/// <param name="question">The question.</param>
/// <param name="asPeople">Whether the influence is that of numbers of people rather than of shares.</param>
internal sealed class ShareCells(SegmentPlan keys, CategoricalColumn question, bool asPeople = false)
{
    private readonly int k = question.Categories.Count;
    private double[] shares = [];
    private double[] bases = [];

    public SegmentPlan Keys => keys;

    /// <summary>Segments × categories.</summary>
    public int Count => keys.Segments * k;

    /// <summary>Length of one group in a table: every bucket by every code, missing last.</summary>
    public int Stride => keys.Buckets * (k + 1);

    /// <summary>A table of zeros lent by the pool: what reads it gives it back.</summary>
    public double[] Lend(int groups)
    {
        var table = ArrayPool<double>.Shared.Rent(groups * Stride);
        Array.Clear(table, 0, groups * Stride);
        return table;
    }

    public double[] Tabulate(int[] key, double[] weights, int groups)
    {
        var table = Lend(groups);
        CrossTabulation.Add(question, key, weights, table);
        return table;
    }

    /// <summary>Shares and weighted bases from the sums of weights by group.</summary>
    public (double[] Shares, double[] Bases) Total(double[] sums, int groups)
    {
        var total = new double[Stride];
        for (var g = 0; g < groups; g++)
            DenseLoops.Add(total, sums.AsSpan(g * Stride, Stride));
        (shares, bases) = (new double[Count], new double[keys.Segments]);
        for (var s = 0; s < keys.Segments; s++)
        {
            for (var c = 0; c < k; c++)
                bases[s] += total[(s * (k + 1)) + c];
            for (var c = 0; c < k; c++)
                shares[(s * k) + c] = bases[s] != 0 ? total[(s * (k + 1)) + c] / bases[s] : 0;
        }
        return (shares, bases);
    }

    /// <summary>Turns sums by code into sums of w z: (S_code − share × S_base) / base; S_code for numbers of people.</summary>
    public void Influence(ReadOnlySpan<double> table, Span<double> into)
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
                into[(s * k) + c] = asPeople ? row[c] : (row[c] - (shares[(s * k) + c] * all)) / bases[s];
        }
    }

    /// <summary>Σ scale w² z² from the sums of scale w² by code.</summary>
    public double[] Squares(ReadOnlySpan<double> table)
    {
        var result = new double[Count];
        for (var s = 0; s < keys.Segments; s++)
        {
            double all = 0;
            for (var c = 0; c < k; c++)
                all += table[(s * (k + 1)) + c];
            for (var c = 0; c < k && all > 0 && bases[s] != 0; c++)
            {
                var p = shares[(s * k) + c];
                var inside = table[(s * (k + 1)) + c];
                result[(s * k) + c] = asPeople ? inside : ((inside * (1 - p) * (1 - p)) + ((all - inside) * p * p)) / (bases[s] * bases[s]);
            }
        }
        return result;
    }

    /// <summary>Sums of weight × auxiliary × influence: columns × cells.</summary>
    public double[] AuxiliarySums(PlanOfAuxiliaries x, (double[] Plain, IReadOnlyList<double[]> Dense) weights, double[][]? ready = null)
    {
        var (matrix, cells) = (x.Step.Auxiliaries, Count);
        var result = new double[matrix.Columns * cells];
        var z = new double[cells];
        for (var j = 0; j < weights.Dense.Count; j++)
            AddWhole(weights.Dense[j], result.AsSpan((matrix.DenseStart + j) * cells, cells));
        if (x.Groups.Count == 0 && matrix.HasIntercept)
            AddWhole(weights.Plain, result.AsSpan(0, cells));
        for (var g = 0; g < x.Groups.Count; g++)
        {
            var group = x.Groups[g];
            var table = ready?[g] ?? Tabulate(keys.AuxiliaryKeys[g], weights.Plain, group.Levels);
            for (var level = 0; level < group.Levels; level++)
            {
                Influence(table.AsSpan(level * Stride, Stride), z);
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
    private void AddWhole(double[] weights, Span<double> into)
    {
        var table = Tabulate(keys.SegmentKey, weights, 1);
        Influence(table.AsSpan(0, Stride), into);
        ArrayPool<double>.Shared.Return(table);
    }
}
