namespace Diapason.Statistics;

/// <summary>Disclosure control of a set of share tables by the same segments, with the tables of the whole when they are published too.</summary>
public sealed class ProtectedTables
{
    private readonly Dictionary<ShareTable, TableCells> cells;

    private ProtectedTables(SuppressionPlan plan, Dictionary<ShareTable, TableCells> cells) => (Plan, this.cells) = (plan, cells);

    /// <summary>The plan over all cells together.</summary>
    public SuppressionPlan Plan { get; }

    /// <summary>Protects tables published together.</summary>
    /// <param name="tables">Tables by one segment variable, and tables of the whole (no segment) for some or all of the same questions.</param>
    /// <param name="rule">Rule and protection, on numbers of respondents.</param>
    /// <exception cref="SurveyException">A small cell cannot be protected.</exception>
    public static ProtectedTables Protect(IReadOnlyList<ShareTable> tables, ProtectionRule? rule = null)
    {
        rule ??= new ProtectionRule();
        var family = new AdditiveFamily();
        var bases = new Dictionary<(string Segment, int Code, int N), int>();
        var placed = new Dictionary<ShareTable, TableCells>();
        foreach (var question in tables.GroupBy(t => t.Question.Name))
        {
            var whole = question.FirstOrDefault(t => t.Segment is null);
            var wholeCells = whole is null ? null : new TableCells(family, whole, bases);
            if (whole is not null)
                placed[whole] = wholeCells!;
            foreach (var table in question.Where(t => t.Segment is not null))
            {
                placed[table] = new TableCells(family, table, bases);
                placed[table].Tie(family, table, whole, wholeCells);
            }
        }
        return new ProtectedTables(family.Suppress(rule), placed);
    }

    /// <summary>What becomes of a cell of a table.</summary>
    public CellStatus Status(ShareTable table, int segment, int category) => Plan.Statuses[cells[table].Inner[segment, category]];

    /// <summary>What becomes of the number of respondents of a segment.</summary>
    public CellStatus BaseStatus(ShareTable table, int segment) => Plan.Statuses[cells[table].Bases[segment]];

    /// <summary>The estimate when it may be shown, else null.</summary>
    public Estimate? Shown(ShareTable table, int segment, int category) => Status(table, segment, category) == CellStatus.Published ? table[segment, category] : null;
}

/// <summary>Numbers of a table's cells in the family.</summary>
internal sealed class TableCells
{
    public TableCells(AdditiveFamily family, ShareTable table, Dictionary<(string Segment, int Code, int N), int> bases)
    {
        Inner = new int[table.Segments, table.Categories];
        Bases = new int[table.Segments];
        for (var s = 0; s < table.Segments; s++)
        {
            var where = table.Segment is null ? "the whole" : table.Segment.Categories[s];
            for (var k = 0; k < table.Categories; k++)
                Inner[s, k] = family.Add(new DisclosureCell($"{table.Question.Name}={table.Question.Categories[k]} in {where}", table.Count(s, k), table.Count(s, k)));
            // The same number of respondents of a segment in two tables is one cell: hidden in both or in none.
            var key = (table.Segment?.Name ?? "", s, table.N(s));
            if (!bases.TryGetValue(key, out Bases[s]))
                bases[key] = Bases[s] = family.Add(new DisclosureCell($"n of {table.Question.Name} in {where}", table.N(s), table.N(s)) { Reluctance = 1 });
            family.AddSum(Bases[s], Enumerable.Range(0, table.Categories).Select(k => Inner[s, k]).ToList());
        }
    }

    public int[,] Inner { get; }

    public int[] Bases { get; }

    /// <summary>Ties a table by segment to that of the whole: the rest are the respondents outside every segment.</summary>
    public void Tie(AdditiveFamily family, ShareTable table, ShareTable? whole, TableCells? wholeCells)
    {
        var rest = new List<int>();
        for (var k = 0; k <= table.Categories; k++)
        {
            var column = k;
            var parts = Enumerable.Range(0, table.Segments).Select(s => column < table.Categories ? Inner[s, column] : Bases[s]).ToList();
            var sum = parts.Sum(p => family.Cells[p].Count);
            var total = whole is null ? sum : k < table.Categories ? whole.Count(0, k) : whole.N(0);
            if (total != sum)
            {
                parts.Add(family.Add(new DisclosureCell($"{table.Question.Name} outside the segments", total - sum, total - sum) { IsShown = false }));
                if (k < table.Categories)
                    rest.Add(parts[^1]);
                else
                    family.AddSum(parts[^1], rest);
            }
            if (wholeCells is not null)
                family.AddSum(k < table.Categories ? wholeCells.Inner[0, k] : wholeCells.Bases[0], parts);
        }
    }
}
