namespace Diapason.Deliberation;

/// <summary>Points of the plane, each with its weight.</summary>
internal sealed record WeightedPoints(Point[] Points, double[] Weights)
{
    public static WeightedPoints Alike(Point[] points)
    {
        var weights = new double[points.Length];
        Array.Fill(weights, 1);
        return new(points, weights);
    }
}

/// <summary>Points in clusters: each with its nearest centre, each centre the mean of its points. A cluster that empties goes.</summary>
internal sealed record Clusters(int[] Labels, Point[] Centres, double Inertia)
{
    private const int Turns = 50;
    private const int Draws = 8;

    /// <summary>k-means from these centres (Lloyd 1982), until nothing moves or fifty turns.</summary>
    public static Clusters From(WeightedPoints points, Point[] start)
    {
        var (centres, labels) = (start.AsSpan().ToArray(), new int[points.Points.Length]);
        Array.Fill(labels, -1);
        for (var turn = 0; turn < Turns && Assign(points.Points, centres, labels) > 0; turn++) centres = Means(points, labels, centres.Length);
        return new(labels, centres, points.Points.Select((point, i) => points.Weights[i] * point.SquareTo(centres[labels[i]])).Sum());
    }

    /// <summary>The best of several starts: the farthest points, and draws in proportion to distance (Arthur &amp; Vassilvitskii 2007), the same each time.</summary>
    public static Clusters Best(WeightedPoints points, int clusters)
    {
        var best = From(points, Farthest(points.Points, clusters));
        for (var draw = 0; draw < Draws; draw++)
        {
            var other = From(points, Drawn(points, clusters, new Random(draw)));
            if (other.Centres.Length == best.Centres.Length ? other.Inertia < best.Inertia * (1 - 1e-12) : other.Centres.Length > best.Centres.Length) best = other;
        }

        return best;
    }

    /// <summary>Starts far apart (Gonzalez 1985): the point farthest from the middle, then each time the farthest from those taken. Fewer when points repeat.</summary>
    public static Point[] Farthest(Point[] points, int clusters)
    {
        var taken = new List<Point>(clusters);
        var (distance, next) = (new double[points.Length], 0);
        var middle = new Point(points.Average(one => one.X), points.Average(one => one.Y));
        for (var i = 0; i < points.Length; i++)
        {
            distance[i] = double.PositiveInfinity;
            if (points[i].SquareTo(middle) > points[next].SquareTo(middle)) next = i;
        }

        while (taken.Count < clusters && distance[next] > 0)
        {
            taken.Add(points[next]);
            var from = points[next];
            for (var i = 0; i < points.Length; i++)
            {
                distance[i] = Math.Min(distance[i], points[i].SquareTo(from));
                if (distance[i] > distance[next] || distance[next] == 0) next = i;
            }
        }

        return [.. taken];
    }

    /// <summary>Starts drawn among points, each in proportion to its weight and the square of its distance to those there are: crowds have theirs, and so have outliers.</summary>
    public static Point[] Drawn(WeightedPoints points, int clusters, Random random, params ReadOnlySpan<Point> given)
    {
        var (taken, chance, sum) = (new List<Point>(clusters), points.Weights.AsSpan().ToArray(), points.Weights.Sum());
        foreach (var one in given) Take(one);
        while (taken.Count < clusters && sum > 0)
        {
            var (left, at) = (random.NextDouble() * sum, 0);
            while (at < chance.Length - 1 && left >= chance[at]) left -= chance[at++];
            while (chance[at] == 0) at--;
            Take(points.Points[at]);
        }

        return [.. taken];

        void Take(Point from)
        {
            var first = taken.Count == 0;
            taken.Add(from);
            sum = 0;
            for (var i = 0; i < chance.Length; i++)
            {
                var away = points.Weights[i] * from.SquareTo(points.Points[i]);
                sum += chance[i] = first ? away : Math.Min(chance[i], away);
            }
        }
    }

    /// <summary>Those of the centres that are the nearest of some point: where there were fewer, or the map has moved, others are drawn beside them.</summary>
    public static Point[] Held(Point[] points, Point[] centres)
    {
        if (centres.Length == 0) return [];
        var (labels, held) = (new int[points.Length], new bool[centres.Length]);
        Assign(points, centres, labels);
        foreach (var label in labels) held[label] = true;
        return [.. centres.Where((_, k) => held[k])];
    }

    // How many points change their cluster; the first of equally near centres has them.
    private static int Assign(Point[] points, Point[] centres, int[] labels)
    {
        var changed = 0;
        for (var i = 0; i < points.Length; i++)
        {
            var (point, near, least) = (points[i], 0, double.PositiveInfinity);
            for (var k = 0; k < centres.Length; k++)
            {
                var (x, y) = (point.X - centres[k].X, point.Y - centres[k].Y);
                var distance = (x * x) + (y * y);
                if (distance < least) (near, least) = (k, distance);
            }

            if (labels[i] == near) continue;
            labels[i] = near;
            changed++;
        }

        return changed;
    }

    private static Point[] Means(WeightedPoints points, int[] labels, int clusters)
    {
        var (x, y, weight, numbers, kept) = (new double[clusters], new double[clusters], new double[clusters], new int[clusters], 0);
        for (var i = 0; i < labels.Length; i++)
        {
            x[labels[i]] += points.Weights[i] * points.Points[i].X;
            y[labels[i]] += points.Weights[i] * points.Points[i].Y;
            weight[labels[i]] += points.Weights[i];
        }

        for (var k = 0; k < clusters; k++) numbers[k] = weight[k] > 0 ? kept++ : -1;
        for (var i = 0; i < labels.Length; i++) labels[i] = numbers[labels[i]];
        return [.. Enumerable.Range(0, clusters).Where(k => numbers[k] >= 0).Select(k => new Point(x[k] / weight[k], y[k] / weight[k]))];
    }
}
