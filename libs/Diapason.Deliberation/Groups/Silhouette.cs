namespace Diapason.Deliberation;

/// <summary>
/// How well clusters hold apart: mean over people of (b − a) / max(a, b), a the mean distance to one's own cluster, b to the nearest other (Rousseeuw 1987).
/// A point of weight w is w people at one place.
/// </summary>
internal static class Silhouette
{
    public static double Of(WeightedPoints people, int[] labels, int clusters)
    {
        var (points, weights, sizes) = (people.Points, people.Weights, new double[clusters]);
        for (var i = 0; i < points.Length; i++) sizes[labels[i]] += weights[i];
        if (clusters < 2) return 0;
        var (total, sums) = (0.0, new double[clusters]);
        for (var i = 0; i < points.Length; i++)
        {
            Array.Clear(sums);
            for (var j = 0; j < points.Length; j++) sums[labels[j]] += weights[j] * Math.Sqrt(points[i].SquareTo(points[j]));
            // Alone in a cluster: 0, by the paper's convention.
            if (sizes[labels[i]] <= 1) continue;
            var (inside, outside) = (sums[labels[i]] / (sizes[labels[i]] - 1), double.PositiveInfinity);
            for (var k = 0; k < clusters; k++)
                if (k != labels[i]) outside = Math.Min(outside, sums[k] / sizes[k]);
            if (Math.Max(inside, outside) > 0) total += weights[i] * (outside - inside) / Math.Max(inside, outside);
        }

        return total / weights.Sum();
    }
}
