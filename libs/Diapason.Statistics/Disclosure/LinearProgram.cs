namespace Diapason.Statistics;

/// <summary>Bounds of unknowns x ≥ 0 under A x = b, by the simplex method with Bland's rule. Small dense problems.</summary>
internal sealed class LinearProgram
{
    private const double Tiny = 1e-9;
    private readonly int unknowns;
    private readonly List<double[]> rows;
    private readonly List<int> basis = [];

    /// <summary>Finds a first vertex; the system is known to have a solution.</summary>
    public LinearProgram(double[][] coefficients, double[] right, int unknowns)
    {
        this.unknowns = unknowns;
        rows = coefficients.Select((a, i) => Artificial(a, right[i], i, coefficients.Length)).ToList();
        for (var i = 0; i < rows.Count; i++)
            basis.Add(unknowns + i);
        var width = unknowns + coefficients.Length;
        var goal = new double[width + 1];
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j <= width; j++)
                goal[j] -= j < unknowns || j == width ? rows[i][j] : 0;
        }
        Minimise(goal, unknowns);
        DropArtificials();
    }

    /// <summary>Value of every unknown at the current vertex.</summary>
    public double[] Vertex()
    {
        var x = new double[unknowns];
        for (var i = 0; i < rows.Count; i++)
            x[basis[i]] = rows[i][^1];
        return x;
    }

    /// <summary>Moves to a vertex where an unknown is smallest (sign +1) or largest (sign −1); false when it has no bound that way.</summary>
    public bool Optimise(int unknown, int sign)
    {
        var goal = new double[unknowns];
        goal[unknown] = sign;
        return Optimise(goal);
    }

    /// <summary>Moves to a vertex where a weighted sum of unknowns is smallest; false when it has no bound.</summary>
    public bool Optimise(double[] weights)
    {
        var goal = new double[unknowns + 1];
        weights.CopyTo(goal, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            var own = weights[basis[i]];
            for (var j = 0; j <= unknowns && own != 0; j++)
                goal[j] -= own * rows[i][j];
        }
        return Minimise(goal, unknowns);
    }

    private double[] Artificial(double[] a, double b, int index, int count)
    {
        var row = new double[unknowns + count + 1];
        var sign = b < 0 ? -1 : 1;
        for (var j = 0; j < unknowns; j++)
            row[j] = sign * a[j];
        row[unknowns + index] = 1;
        row[^1] = sign * b;
        return row;
    }

    private void DropArtificials()
    {
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            if (basis[i] < unknowns)
                continue;
            var entering = Array.FindIndex(rows[i], 0, unknowns, v => Math.Abs(v) > Tiny);
            if (entering >= 0)
            {
                Pivot(i, entering, null);
            }
            else
            {
                rows.RemoveAt(i);
                basis.RemoveAt(i);
            }
        }
        for (var i = 0; i < rows.Count; i++)
            rows[i] = [.. rows[i][..unknowns], rows[i][^1]];
    }

    private bool Minimise(double[] goal, int columns)
    {
        for (var pivots = 0; ; pivots++)
        {
            var entering = Entering(goal, columns, pivots < 50 + (2 * rows.Count));
            if (entering < 0)
                return true;
            var leaving = -1;
            for (var i = 0; i < rows.Count; i++)
            {
                if (rows[i][entering] <= Tiny)
                    continue;
                var gap = leaving < 0 ? -1 : (rows[i][^1] / rows[i][entering]) - (rows[leaving][^1] / rows[leaving][entering]);
                if (gap < -1e-12 || (gap <= 1e-12 && basis[i] < basis[leaving]))
                    leaving = i;
            }
            if (leaving < 0)
                return false;
            Pivot(leaving, entering, goal);
        }
    }

    /// <summary>Steepest column first; the first one (Bland) once the steps are many, so that no cycle lasts.</summary>
    private static int Entering(double[] goal, int columns, bool steepest)
    {
        var best = -1;
        for (var j = 0; j < columns; j++)
        {
            if (goal[j] >= -Tiny || (best >= 0 && goal[j] >= goal[best]))
                continue;
            best = j;
            if (!steepest)
                break;
        }
        return best;
    }

    private void Pivot(int at, int entering, double[]? goal)
    {
        var pivot = rows[at];
        var by = pivot[entering];
        var filled = new List<int>();
        for (var j = 0; j < pivot.Length; j++)
        {
            pivot[j] = Math.Abs(pivot[j]) < 1e-13 ? 0 : pivot[j] / by;
            if (pivot[j] != 0)
                filled.Add(j);
        }
        for (var i = 0; i < rows.Count; i++)
        {
            if (i != at)
                Eliminate(rows[i], pivot, filled, entering);
        }
        if (goal is not null)
            Eliminate(goal, pivot, filled, entering);
        basis[at] = entering;
    }

    private static void Eliminate(double[] row, double[] pivot, List<int> filled, int entering)
    {
        var factor = row[entering];
        if (factor == 0)
            return;
        foreach (var j in filled)
            row[j] -= factor * pivot[j];
        row[entering] = 0;
    }
}
