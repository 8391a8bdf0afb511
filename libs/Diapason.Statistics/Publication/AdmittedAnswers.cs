using System.Numerics;

namespace Diapason.Statistics.Publication;

/// <summary>A row: a segment of a breakdown variable, or everyone.</summary>
/// <param name="Breakdown">Index of the breakdown variable, −1 for everyone.</param>
/// <param name="Segment">Code of the segment, 0 for everyone.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct RowId(int Breakdown, int Segment)
{
    /// <summary>The row of everyone.</summary>
    public static RowId Everyone { get; } = new(-1, 0);
}

/// <summary>
/// Everyone admitted tonight (sent, not withdrawn, not in quarantine, with something answered), as columns. Rows stand in the order of <c>admittedIn</c>, so
/// that who was there at any past edition is a prefix.
/// </summary>
public sealed class AdmittedAnswers
{
    /// <summary>Code of a person who is in no segment of a breakdown.</summary>
    public const byte NoSegment = 255;

    private readonly int[] admittedIn;
    private readonly ulong[] keys;
    private readonly IReadOnlyList<byte[]> breakdowns;

    /// <summary>Takes the columns, without copying them.</summary>
    /// <param name="admittedIn">For each person the edition from which they were eligible, ascending; the coming edition's number for newcomers.</param>
    /// <param name="keys">Record keys.</param>
    /// <param name="breakdowns">For each breakdown variable the segment of each person, or <see cref="NoSegment"/>.</param>
    /// <param name="answered">For each question who answered it: bit i mod 64 of word i / 64 for person i, no bit beyond the last.</param>
    /// <param name="invited">The same for who came by a one-time invitation; null when the campaign has none.</param>
    /// <exception cref="SurveyException"><see cref="SurveyError.LengthMismatch"/> for columns of different lengths, <see cref="SurveyError.InvalidValue"/> when editions do not ascend from 1.</exception>
    public AdmittedAnswers(int[] admittedIn, ulong[] keys, IReadOnlyList<byte[]> breakdowns, IReadOnlyList<ulong[]> answered, ulong[]? invited = null)
    {
        var words = (admittedIn.Length + 63) / 64;
        if (keys.Length != admittedIn.Length || breakdowns.Any(b => b.Length != admittedIn.Length) || answered.Any(a => a.Length != words) || (invited?.Length ?? words) != words)
            throw new SurveyException(SurveyError.LengthMismatch, "The columns of admitted answers have different lengths.");
        for (var i = 0; i < admittedIn.Length; i++)
        {
            if (admittedIn[i] < (i == 0 ? 1 : admittedIn[i - 1]))
                throw new SurveyException(SurveyError.InvalidValue, "Admitted answers stand in the order of the edition that admitted them, from 1.");
        }
        (this.admittedIn, this.keys, this.breakdowns, Answered, Invited) = (admittedIn, keys, breakdowns, answered, invited);
    }

    /// <summary>People admitted.</summary>
    public int Count => keys.Length;

    internal IReadOnlyList<ulong[]> Answered { get; }

    internal ulong[]? Invited { get; }

    internal int Words => (Count + 63) / 64;

    /// <summary>How many people, from the first on, were eligible at an edition.</summary>
    internal int Prefix(int edition)
    {
        var (low, high) = (0, admittedIn.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = admittedIn[middle] <= edition ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>Everyone, then every segment anybody is in, in one pass a variable.</summary>
    internal List<RowSet> Rows()
    {
        var everyone = new RowSet(RowId.Everyone, Words);
        for (var i = 0; i < Count; i++)
            everyone.Add(i, keys[i]);
        List<RowSet> rows = [everyone];
        for (var b = 0; b < breakdowns.Count; b++)
        {
            var segments = new RowSet?[NoSegment];
            for (var i = 0; i < Count; i++)
            {
                if (breakdowns[b][i] is var s and not NoSegment)
                    (segments[s] ??= new RowSet(new RowId(b, s), Words)).Add(i, keys[i]);
            }
            rows.AddRange(segments.OfType<RowSet>());
        }
        return rows;
    }
}

/// <summary>The people of one row as bits, in the order of admission.</summary>
internal sealed class RowSet(RowId id, int words)
{
    public RowId Id => id;

    public ulong[] Bits { get; } = new ulong[words];

    public int Size { get; private set; }

    public ulong Key { get; private set; }

    public void Add(int person, ulong key)
    {
        Bits[person >> 6] |= 1UL << (person & 63);
        Size++;
        Key = unchecked(Key + key);
    }

    /// <summary>People of this row from one place to another, who are also in the other sets.</summary>
    public int Count(int from, int to, ulong[]? and = null, ulong[]? also = null)
    {
        var count = 0;
        for (var w = from >> 6; w << 6 < to; w++)
        {
            var bits = Bits[w];
            if (and is not null)
                bits &= and[w];
            if (also is not null)
                bits &= also[w];
            if (w == from >> 6)
                bits &= ulong.MaxValue << (from & 63);
            if (to - (w << 6) < 64)
                bits &= (1UL << (to & 63)) - 1;
            count += BitOperations.PopCount(bits);
        }
        return count;
    }
}
