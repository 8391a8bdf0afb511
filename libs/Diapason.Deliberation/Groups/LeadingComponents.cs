namespace Diapason.Deliberation;

/// <summary>
/// The two leading eigenvectors of the cross-products of centred votes, never written out: Lanczos 1950, the basis kept orthogonal by two passes. What
/// repeated multiplication (power iteration) tends to, in a tenth of the multiplications, to 1e-13 of the first eigenvalue.
/// </summary>
internal static class LeadingComponents
{
    private const int Wanted = 2;
    private const int MostSteps = 400;
    private const double Tolerance = 1e-13;

    public static (double[][] Components, double[] Inertia) Of(Projection votes, int statements, double[][]? before)
    {
        var run = new Krylov(votes, statements);
        run.Begin(Start(statements, before));
        while (run.Step())
        {
            if (run.Count < 6 || run.Count % 4 != 0) continue;
            var (values, last) = Tridiagonal.WithLastRow(run.Diagonal, run.Beside);
            if (values[1] > 0 && Math.Max(Math.Abs(last[0]), Math.Abs(last[1])) * run.Rest < Tolerance * values[0]) break;
        }

        return run.Count == 0 ? ([new double[statements], new double[statements]], [0, 0]) : Combined(run, before);
    }

    private static (double[][] Components, double[] Inertia) Combined(Krylov run, double[][]? before)
    {
        var (values, vectors) = Tridiagonal.Whole(run.Diagonal, run.Beside);
        var (components, inertia) = (new double[Wanted][], new double[Wanted]);
        for (var k = 0; k < Wanted; k++)
        {
            components[k] = new double[run.Size];
            // What is left of rounding is no direction of opinion.
            if (k >= values.Length || values[k] <= 1e-12 * Math.Max(values[0], 1e-12)) continue;
            inertia[k] = values[k];
            for (var j = 0; j < run.Count; j++) Dense.Add(components[k], run.Basis[j], vectors[j][k]);
            Dense.Scale(components[k], Sign(components[k], before?[k]) / Math.Sqrt(Dense.Dot(components[k], components[k])));
        }

        return (components, inertia);
    }

    // The side of an axis means nothing: as it was before, else the largest entry on the positive side.
    private static double Sign(double[] component, double[]? before)
    {
        var along = before is null ? 0 : Dense.Dot(component, before);
        if (along == 0) along = component.MaxBy(Math.Abs);
        return along < 0 ? -1 : 1;
    }

    private static double[] Start(int statements, double[][]? before)
    {
        var start = Krylov.Invented(statements, 1);
        Dense.Scale(start, before is null ? 1 : 1e-3 / Math.Sqrt(Math.Max(1, statements)));
        foreach (var component in before ?? []) Dense.Add(start, component, 1);
        return start;
    }

    /// <summary>The basis in which the cross-products are tridiagonal.</summary>
    private sealed class Krylov(Projection votes, int size)
    {
        private double[] _next = [];
        private double _scale;

        public int Size => size;

        public List<double[]> Basis { get; } = [];

        public List<double> Diagonal { get; } = [];

        /// <summary>Beside the diagonal; the last is what remains outside the basis.</summary>
        public List<double> Beside { get; } = [];

        public int Count => Diagonal.Count;

        public double Rest => Beside[^1];

        public void Begin(double[] start)
        {
            _next = start;
            Dense.Scale(_next, 1 / Math.Sqrt(Math.Max(Dense.Dot(_next, _next), double.Epsilon)));
        }

        /// <summary>False when there is nothing more to find.</summary>
        public bool Step()
        {
            if (Count >= Math.Min(size, MostSteps) || (Count > 0 && Rest == 0 && !StartAgain())) return false;
            Basis.Add(_next);
            var image = new double[size];
            votes.Multiply(_next, image);
            Diagonal.Add(Dense.Dot(_next, image));
            Purge(image);
            var rest = Math.Sqrt(Dense.Dot(image, image));
            _scale = Math.Max(_scale, Math.Abs(Diagonal[^1]) + rest);
            // A direction that is only rounding is none.
            if (rest <= 1e-14 * _scale) rest = 0;
            else Dense.Scale(image, 1 / rest);
            Beside.Add(rest);
            _next = image;
            return true;
        }

        // Votes that fall into parts that share nothing leave the basis whole before it is: another direction shows the rest.
        private bool StartAgain()
        {
            var another = Invented(size, Count + 1);
            Purge(another);
            var length = Math.Sqrt(Dense.Dot(another, another));
            if (length < 1e-8) return false;
            Dense.Scale(another, 1 / length);
            _next = another;
            return true;
        }

        private void Purge(double[] vector)
        {
            for (var pass = 0; pass < 2; pass++)
                foreach (var direction in Basis) Dense.Add(vector, direction, -Dense.Dot(vector, direction));
        }

        // Numbers without pattern, the same each time.
        public static double[] Invented(int size, int seed)
        {
            var (vector, state) = (new double[size], (uint)seed * 2654435761u);
            for (var i = 0; i < size; i++)
            {
                state = (state * 1664525u) + 1013904223u;
                vector[i] = ((state >> 8) / (double)(1 << 24)) - 0.5;
            }

            return vector;
        }
    }
}
