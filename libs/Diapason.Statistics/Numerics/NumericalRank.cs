namespace Diapason.Statistics;

/// <summary>Rank of a matrix by Gram–Schmidt with a second pass; a vector counts when more than a ten-millionth of it is new.</summary>
internal static class NumericalRank
{
    private const double Tolerance = 1e-7;

    /// <param name="columns">Vectors of the same length.</param>
    /// <param name="used">Entries to read.</param>
    /// <param name="most">A rank known not to be exceeded: reading stops once it is reached.</param>
    public static int Of(double[][] columns, bool[] used, int most = int.MaxValue)
    {
        // Neighbours are often alike (rows of a unit): read far apart, they reach the rank sooner.
        var entries = Enumerable.Range(0, used.Length).Where(i => used[i]).OrderBy(i => (uint)i * 2654435769u).ToArray();
        if (most < columns.Length && most < int.MaxValue)
            return Count(entries.Select(i => columns.Select(c => c[i]).ToArray()), most);
        var vectors = entries.Length < columns.Length
            ? entries.Select(i => columns.Select(c => c[i]).ToArray())
            : columns.Select(c => entries.Select(i => c[i]).ToArray());
        return Count(vectors, most);
    }

    private static int Count(IEnumerable<double[]> vectors, int most)
    {
        var basis = new List<double[]>();
        foreach (var vector in vectors)
        {
            if (basis.Count == most)
                break;
            var norm = Norm(vector);
            for (var pass = 0; pass < 2; pass++)
            {
                foreach (var direction in basis)
                    DenseLoops.AddScaled(vector, direction, -DenseLoops.Dot(vector, direction));
            }
            var rest = Norm(vector);
            if (!(rest > Tolerance * norm))
                continue;
            for (var i = 0; i < vector.Length; i++)
                vector[i] /= rest;
            basis.Add(vector);
        }
        return basis.Count;
    }

    private static double Norm(double[] vector) => Math.Sqrt(DenseLoops.Dot(vector, vector));
}
