namespace Diapason.Statistics;

/// <summary>Suppressed cells tied together by sums: the smallest problem an attacker can solve apart.</summary>
internal sealed class UnknownBlock
{
    private readonly AdditiveFamily family;
    private readonly bool[] unknown;
    private readonly bool[] protect;
    private readonly List<int> cells = [];
    private readonly List<int> sums = [];
    private double[] floors = [];
    private double[] low = [];
    private double[] high = [];

    private UnknownBlock(AdditiveFamily family, bool[] unknown, bool[] protect) => (this.family, this.unknown, this.protect) = (family, unknown, protect);

    /// <summary>Names the block by its unknown cells.</summary>
    public string Key => string.Join(',', cells.Order());

    /// <summary>The blocks that hold a cell to protect.</summary>
    /// <param name="family">Cells and sums.</param>
    /// <param name="unknown">Roots that nothing published gives.</param>
    /// <param name="protect">Roots to protect.</param>
    public static IEnumerable<UnknownBlock> Of(AdditiveFamily family, bool[] unknown, bool[] protect)
    {
        var (cellSeen, sumSeen) = (new bool[unknown.Length], new bool[family.Links.Sums.Count]);
        for (var c = 0; c < unknown.Length; c++)
        {
            if (!protect[c] || !unknown[c] || cellSeen[c])
                continue;
            var block = new UnknownBlock(family, unknown, protect);
            block.Spread(c, cellSeen, sumSeen);
            yield return block;
        }
    }

    /// <summary>Interval of each cell to protect; one proved to leave doubt enough is not searched further.</summary>
    public IEnumerable<DerivedInterval> Bounds(Attack attack)
    {
        floors = Floors(attack.KnowsZeros);
        if (sums.Count == 0)
            return Enumerable.Range(0, cells.Count).Where(j => protect[cells[j]]).Select(j => new DerivedInterval(cells[j], floors[j], double.PositiveInfinity));
        return Search(attack.Enough);
    }

    /// <summary>Least value of each cell: 1 for a number of people that would be shown if it were 0. Where one that is 0 was hidden all the same, 0 for all.</summary>
    private double[] Floors(bool knowsZeros)
    {
        var shown = Enumerable.Range(0, cells.Count).Select(j => IsWhole(j) && family.Links.MembersOf(cells[j]).Any(c => family.Cells[c].IsShown)).ToArray();
        if (!knowsZeros || Enumerable.Range(0, cells.Count).Any(j => shown[j] && family.Cells[cells[j]].Value == 0))
            return new double[cells.Count];
        return Array.ConvertAll(shown, s => s ? 1.0 : 0);
    }

    private List<DerivedInterval> Search(ProtectionRule? enough)
    {
        var program = Program();
        var bounded = enough is not null;
        bool Open(int j) => !bounded || (Rounded(j, low, high) is var i && enough!.IsTooNarrow(i.Low, i.High));
        (low, high) = (Filled(double.PositiveInfinity), Filled(double.NegativeInfinity));
        Witness(program.Vertex(), low, high, bounded);
        var primary = Enumerable.Range(0, cells.Count).Where(j => protect[cells[j]]).ToArray();
        foreach (var j in primary)
        {
            // The true table is itself a witness.
            var truth = family.Cells[cells[j]].Value;
            (low[j], high[j]) = (Math.Min(low[j], truth), Math.Max(high[j], truth));
        }
        if (bounded)
            Explore(program, primary, Open);
        foreach (var j in primary)
        {
            for (var sign = -1; sign <= 1 && Open(j); sign += 2)
            {
                if (!program.Optimise(j, sign))
                    (low[j], high[j]) = sign > 0 ? (floors[j], high[j]) : (low[j], double.PositiveInfinity);
                // A vertex of fractions proves nothing: look at its neighbours.
                for (var attempt = 1; !Witness(program.Vertex(), low, high, bounded) && attempt <= 12; attempt++)
                    program.Optimise(Slanted(j, sign, attempt));
            }
        }
        return primary.Select(j => Rounded(j, low, high)).ToList();
    }

    /// <summary>Pushes all the cells still in doubt together, up then down: one vertex settles many.</summary>
    private void Explore(LinearProgram program, int[] primary, Func<int, bool> isOpen)
    {
        for (var round = 0; round < 6; round++)
        {
            var open = primary.Where(isOpen).ToArray();
            if (open.Length < 3)
                return;
            // Signs alternate in blocks that halve: cells that exchange people are pushed apart in some round.
            var goal = new double[cells.Count];
            for (var i = 0; i < open.Length; i++)
                goal[open[i]] = round < 2 ? (round == 0 ? -1 : 1) : (i >> (round - 2) & 1) == 0 ? -1 : 1;
            if (!program.Optimise(goal))
                continue;
            Witness(program.Vertex(), low, high, true);
        }
    }

    private DerivedInterval Rounded(int j, double[] low, double[] high) => IsWhole(j)
        ? new DerivedInterval(cells[j], Math.Ceiling(low[j] - 1e-6), Math.Floor(high[j] + 1e-6))
        : new DerivedInterval(cells[j], low[j], high[j]);

    /// <summary>A table that fits what is published widens the interval of its cells. To prove a width, people must be whole numbers in it.</summary>
    private bool Witness(double[] vertex, double[] low, double[] high, bool whole)
    {
        for (var j = 0; j < vertex.Length; j++)
            vertex[j] += floors[j];
        for (var j = 0; j < vertex.Length && whole; j++)
        {
            if (IsWhole(j) && Math.Abs(vertex[j] - Math.Round(vertex[j])) > 1e-6)
                return false;
        }
        for (var j = 0; j < vertex.Length; j++)
            (low[j], high[j]) = (Math.Min(low[j], vertex[j]), Math.Max(high[j], vertex[j]));
        return true;
    }

    /// <summary>A goal near that of one cell, the others pulled a little this way or that.</summary>
    private double[] Slanted(int cell, int sign, int attempt)
    {
        var goal = new double[cells.Count];
        for (var i = 0; i < goal.Length; i++)
            goal[i] = i == cell ? sign : 0.2 * ((((i * 7) + 3) * attempt % 11) - 5) / 5.0;
        return goal;
    }

    private double[] Filled(double value)
    {
        var result = new double[cells.Count];
        Array.Fill(result, value);
        return result;
    }

    private LinearProgram Program()
    {
        var position = new Dictionary<int, int>();
        for (var j = 0; j < cells.Count; j++)
            position[cells[j]] = j;
        var coefficients = new double[sums.Count][];
        var right = new double[sums.Count];
        for (var i = 0; i < sums.Count; i++)
        {
            coefficients[i] = new double[cells.Count];
            var (total, parts) = family.Links.Sums[sums[i]];
            Place(total, -1, coefficients[i], ref right[i]);
            foreach (var part in parts)
                Place(part, 1, coefficients[i], ref right[i]);
        }
        return new LinearProgram(coefficients, right, cells.Count);

        void Place(int cell, double sign, double[] row, ref double known)
        {
            // The program's unknowns are what each cell has above its floor.
            if (position.TryGetValue(cell, out var j))
                (row[j], known) = (row[j] + sign, known - (sign * floors[j]));
            else
                known -= sign * family.Cells[cell].Value;
        }
    }

    private bool IsWhole(int j) => family.Links.MembersOf(cells[j]).Any(c => family.Cells[c].IsWhole);

    private void Spread(int first, bool[] cellSeen, bool[] sumSeen)
    {
        var queue = new Queue<int>([first]);
        cellSeen[first] = true;
        while (queue.TryDequeue(out var cell))
        {
            cells.Add(cell);
            foreach (var s in family.Links.SumsOf[cell] ?? [])
            {
                if (sumSeen[s])
                    continue;
                sumSeen[s] = true;
                sums.Add(s);
                foreach (var c in family.Links.Of(s))
                {
                    if (!unknown[c] || cellSeen[c])
                        continue;
                    cellSeen[c] = true;
                    queue.Enqueue(c);
                }
            }
        }
    }
}

/// <summary>What an attacker knows beside the tables, and what doubt is enough.</summary>
/// <param name="KnowsZeros">Whether cells of nobody are published, so that a hidden one has somebody.</param>
/// <param name="Enough">The rule to satisfy; null to search every interval to its ends.</param>
internal sealed record Attack(bool KnowsZeros, ProtectionRule? Enough);
