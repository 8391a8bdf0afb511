namespace Diapason.Statistics;

/// <summary>A family as an attacker sees it: cells that are one number are one unknown, and every sum speaks of those.</summary>
internal sealed class CellLinks
{
    private readonly int[] roots;
    private readonly List<int>[] members;

    public CellLinks(int cells, IReadOnlyList<(int Total, int[] Parts)> sums, IReadOnlyList<(int First, int Second)> same)
    {
        roots = [.. Enumerable.Range(0, cells)];
        // A sum of one part says that two cells are the same number.
        foreach (var (first, second) in same.Concat(sums.Where(s => s.Parts.Length == 1).Select(s => (s.Total, s.Parts[0]))))
        {
            var (a, b) = (Find(first), Find(second));
            roots[Math.Max(a, b)] = Math.Min(a, b);
        }
        members = new List<int>[cells];
        for (var c = 0; c < cells; c++)
            (members[roots[c] = Find(c)] ??= []).Add(c);
        Sums = sums.Where(s => s.Parts.Length > 1).Select(s => (roots[s.Total], s.Parts.Select(p => roots[p]).ToArray())).ToList();
        SumsOf = new List<int>[cells];
        for (var s = 0; s < Sums.Count; s++)
        {
            foreach (var c in Of(s))
                (SumsOf[c] ??= []).Add(s);
        }
    }

    /// <summary>Sums between roots.</summary>
    public List<(int Total, int[] Parts)> Sums { get; }

    /// <summary>Sums a root is in; null when none.</summary>
    public List<int>?[] SumsOf { get; }

    /// <summary>The cell that stands for all those that are the same number.</summary>
    public int RootOf(int cell) => roots[cell];

    /// <summary>Cells that are the same number as a root.</summary>
    public IReadOnlyList<int> MembersOf(int root) => members[root];

    /// <summary>The roots of a sum.</summary>
    public IEnumerable<int> Of(int sum) => Sums[sum].Parts.Append(Sums[sum].Total);

    /// <summary>For each root, whether what is published leaves it unknown; a cell never published counts as known once a single sum gives it.</summary>
    public bool[] Unknown(IReadOnlyList<CellStatus> statuses) => Unknown(statuses, root => members[root].TrueForAll(m => statuses[m] == CellStatus.Unpublished));

    /// <summary>As above, but whatever a single sum gives is known: what an attacker has after every subtraction.</summary>
    public bool[] Underivable(IReadOnlyList<CellStatus> statuses) => Unknown(statuses, _ => true);

    private bool[] Unknown(IReadOnlyList<CellStatus> statuses, Func<int, bool> isGiven)
    {
        var unknown = new bool[roots.Length];
        for (var c = 0; c < unknown.Length; c++)
            unknown[c] = roots[c] == c && members[c].TrueForAll(m => statuses[m] != CellStatus.Published);
        for (var changed = true; changed;)
        {
            changed = false;
            for (var s = 0; s < Sums.Count; s++)
            {
                if (OnlyUnknown(s, unknown) is >= 0 and var only && isGiven(only))
                    (unknown[only], changed) = (false, true);
            }
        }
        return unknown;
    }

    /// <summary>The one root of a sum that is unknown, or −1.</summary>
    private int OnlyUnknown(int sum, bool[] unknown)
    {
        var only = unknown[Sums[sum].Total] ? Sums[sum].Total : -1;
        foreach (var part in Sums[sum].Parts)
        {
            if (!unknown[part])
                continue;
            if (only >= 0)
                return -1;
            only = part;
        }
        return only;
    }

    private int Find(int cell)
    {
        while (roots[cell] != cell)
            cell = roots[cell] = roots[roots[cell]];
        return cell;
    }
}
