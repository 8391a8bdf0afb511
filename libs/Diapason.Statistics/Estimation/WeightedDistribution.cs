namespace Diapason.Statistics;

/// <summary>Sorted values with positive weights, and the twelve rules that read a quantile from them.</summary>
internal sealed class WeightedDistribution
{
    private readonly double[] x;
    private readonly double[] w;
    private readonly double[] cumulated;
    private readonly double total;
    private readonly bool asInR;
    private WeightedDistribution? grouped;

    private WeightedDistribution(double[] x, double[] w, bool asInR)
    {
        (this.x, this.w, this.asInR) = (x, w, asInR);
        cumulated = new double[x.Length];
        var sum = default(ExactSum);
        for (var i = 0; i < x.Length; i++)
        {
            sum.Add(w[i]);
            cumulated[i] = sum.Value;
        }
        total = sum.Value;
    }

    /// <summary>From rows in any order; those of weight zero are left out.</summary>
    public static WeightedDistribution Of(IEnumerable<(double Value, double Weight)> rows, bool asInR)
    {
        var sorted = rows.Where(r => r.Weight > 0).OrderBy(r => r.Value).ToList();
        var (x, w) = (sorted.Select(r => r.Value).ToArray(), sorted.Select(r => r.Weight).ToArray());
        if (!asInR)
            ShareTies(x, w);
        return new WeightedDistribution(x, w, asInR);
    }

    public double Quantile(double p, QuantileRule rule) => rule switch
    {
        QuantileRule.Math or QuantileRule.Hf1 => Step(p, (low, _) => low),
        QuantileRule.School or QuantileRule.Hf2 => Step(p, (low, high) => (low + high) / 2),
        QuantileRule.Hf3 => Grouped().Even(p),
        QuantileRule.Hf4 => Linear4(p),
        QuantileRule.ShahVaish => ShahVaish(p),
        _ => Interpolate(Positions(rule), p),
    };

    /// <summary>Equal values share their weight, so that their order does not matter.</summary>
    private static void ShareTies(double[] x, double[] w)
    {
        for (int start = 0, end; start < x.Length; start = end)
        {
            for (end = start + 1; end < x.Length && x[end] == x[start]; end++)
            {
            }
            var sum = default(ExactSum);
            foreach (var weight in w.AsSpan(start..end).ToArray().Order())
                sum.Add(weight);
            w.AsSpan(start..end).Fill(sum.Value / (end - start));
        }
    }

    private (int At, int Next, double Below, double Above) Locate(double p)
    {
        var target = p * total;
        var at = 0;
        for (var i = 0; i < x.Length && cumulated[i] <= target; i++)
            at = i;
        var next = Math.Min(at + 1, x.Length - 1);
        return (at, next, p - (cumulated[at] / total), (cumulated[next] / total) - p);
    }

    private double Step(double p, Func<double, double, double> onStep)
    {
        var (at, next, below, _) = Locate(p);
        // Below the first step R reads the value after it; the inverse of the distribution function is the first.
        if (!asInR && cumulated[0] > p * total)
            return x[0];
        return below == 0 ? onStep(x[at], x[next]) : x[next];
    }

    private double Even(double p)
    {
        var (at, next, below, _) = Locate(p);
        if (!asInR && cumulated[0] > p * total)
            return x[0];
        return below == 0 && (at + 1) % 2 == 0 ? x[at] : x[next];
    }

    private double Linear4(double p)
    {
        var (at, next, below, above) = Locate(p);
        if (!asInR && cumulated[0] > p * total)
            return x[0];
        if (next == at)
            return x[at];
        var share = below / (above + below);
        return (x[at] * (1 - share)) + (x[next] * share);
    }

    private WeightedDistribution Grouped()
    {
        if (grouped is not null)
            return grouped;
        var rows = new List<(double Value, double Weight)>();
        for (var i = 0; i < x.Length; i++)
        {
            if (rows.Count > 0 && rows[^1].Value == x[i])
                rows[^1] = (x[i], rows[^1].Weight + w[i]);
            else
                rows.Add((x[i], w[i]));
        }
        return grouped = new WeightedDistribution(rows.Select(r => r.Value).ToArray(), rows.Select(r => r.Weight).ToArray(), asInR);
    }

    private double[] Positions(QuantileRule rule)
    {
        var n = x.Length;
        var (share, extra) = rule switch
        {
            QuantileRule.Hf5 => (1.0 / 2, 0.0),
            QuantileRule.Hf6 => (1.0, 1.0),
            QuantileRule.Hf8 => (2.0 / 3, 1.0 / 3),
            QuantileRule.Hf9 => (5.0 / 8, 1.0 / 4),
            _ => (0.0, 0.0),
        };
        var whole = rule == QuantileRule.Hf7 ? (n > 1 ? cumulated[n - 2] : 1) : cumulated[n - 1] + (w[n - 1] * extra);
        var positions = new double[n];
        for (var i = 0; i < n; i++)
            positions[i] = ((i > 0 ? cumulated[i - 1] * (1 - share) : 0) + (cumulated[i] * share)) / whole;
        return positions;
    }

    private double Interpolate(double[] positions, double p)
    {
        if (p <= positions[0])
            return x[0];
        for (var i = 1; i < positions.Length; i++)
        {
            if (p <= positions[i])
                return x[i - 1] + ((x[i] - x[i - 1]) * ((p - positions[i - 1]) / (positions[i] - positions[i - 1])));
        }
        return x[^1];
    }

    private double ShahVaish(double p)
    {
        var n = x.Length;
        var mean = total / n;
        var steps = Enumerable.Range(0, n)
            .Select(i => (Position: ((cumulated[i] / mean) + 0.5 - ((asInR ? w[i] : w[i] / mean) / 2)) / (n + 1), Value: x[i]))
            .GroupBy(s => s.Position).Select(g => (Position: g.Key, Value: g.Average(s => s.Value))).OrderBy(s => s.Position).ToList();
        var at = steps.FindLastIndex(s => s.Position <= p);
        return steps[Math.Max(at, 0)].Value;
    }
}
