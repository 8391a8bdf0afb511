namespace Diapason.Deliberation;

/// <summary>
/// Votes on a plane. A missing vote is the mean of its statement, so 0 once centred; what a participant did not see would draw them to the middle, hence the
/// scale √(statements / votes cast), where a statement taken away counts as passed by everybody.
/// </summary>
internal sealed class Projection
{
    private readonly VoteTable _votes;
    private readonly bool[] _out;
    private readonly double[] _centred;
    private readonly int[] _starts;
    private readonly int _taken;

    private Projection(VoteTable votes, bool[] moderatedOut)
    {
        (_votes, _out, _taken) = (votes, moderatedOut, moderatedOut.Count(one => one));
        Centre = Means(votes, moderatedOut);
        (_centred, _starts) = (new double[votes.Count], new int[votes.Participants.Count + 1]);
        for (var participant = 0; participant < votes.Participants.Count; participant++)
        {
            var row = votes.RowOf(participant);
            var values = votes.ValuesOf(participant);
            var at = _starts[participant];
            for (var i = 0; i < row.Length; i++) _centred[at + i] = moderatedOut[row[i]] ? 0 : values[i] - Centre[row[i]];
            _starts[participant + 1] = at + row.Length;
        }
    }

    /// <summary>Mean vote of each statement; 0 for one taken away.</summary>
    public double[] Centre { get; }

    /// <summary>Two unit vectors over statements, or zeros where votes do not vary in so many directions.</summary>
    public double[][] Components { get; private set; } = [];

    /// <summary>Sum of squares along each component.</summary>
    public double[] Inertia { get; private set; } = [];

    public static Projection Of(VoteTable votes, bool[] moderatedOut, double[][]? before)
    {
        var projection = new Projection(votes, moderatedOut);
        (projection.Components, projection.Inertia) = LeadingComponents.Of(projection, votes.Statements.Count, before);
        // Nothing varies along what was taken away: what is left there is rounding.
        foreach (var component in projection.Components)
            for (var s = 0; s < moderatedOut.Length; s++) component[s] = moderatedOut[s] ? 0 : component[s];
        return projection;
    }

    public Point[] Coordinates()
    {
        var points = new Point[_votes.Participants.Count];
        for (var participant = 0; participant < points.Length; participant++)
        {
            var row = _votes.RowOf(participant);
            var (at, x, y, seen) = (_starts[participant], 0.0, 0.0, _taken);
            for (var i = 0; i < row.Length; i++)
            {
                x += _centred[at + i] * Components[0][row[i]];
                y += _centred[at + i] * Components[1][row[i]];
                if (!_out[row[i]]) seen++;
            }

            var scale = Math.Sqrt(_votes.Statements.Count / (double)Math.Max(1, seen));
            points[participant] = new(x * scale, y * scale);
        }

        return points;
    }

    /// <summary>How far somebody is from the middle who agreed with this statement and saw no other.</summary>
    public double Extremity(int statement)
    {
        var away = (_out[statement] ? 0 : 1 - Centre[statement]) * Math.Sqrt(_votes.Statements.Count);
        var (x, y) = (away * Components[0][statement], away * Components[1][statement]);
        return Math.Sqrt((x * x) + (y * y));
    }

    /// <summary>Adds to <paramref name="into"/> the product of the centred votes' cross-products with a vector: rows are read once.</summary>
    public void Multiply(double[] vector, double[] into)
    {
        Array.Clear(into);
        for (var participant = 0; participant + 1 < _starts.Length; participant++)
        {
            var row = _votes.RowOf(participant);
            var values = _centred.AsSpan(_starts[participant], row.Length);
            var dot = 0.0;
            for (var i = 0; i < row.Length; i++) dot += values[i] * vector[row[i]];
            for (var i = 0; i < row.Length; i++) into[row[i]] += dot * values[i];
        }
    }

    private static double[] Means(VoteTable votes, bool[] moderatedOut)
    {
        var (sum, seen) = (new int[moderatedOut.Length], new int[moderatedOut.Length]);
        for (var participant = 0; participant < votes.Participants.Count; participant++)
        {
            var row = votes.RowOf(participant);
            var values = votes.ValuesOf(participant);
            for (var i = 0; i < row.Length; i++)
            {
                sum[row[i]] += values[i];
                seen[row[i]]++;
            }
        }

        return [.. sum.Select((total, s) => moderatedOut[s] ? 0 : total / (double)seen[s])];
    }
}
