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
            var whole = new ImpliedTotals(family, question.First());
            foreach (var table in question)
            {
                placed[table] = new TableCells(family, table, bases);
                whole.Tie(family, table, placed[table]);
            }
        }
        return new ProtectedTables(family.Suppress(rule), placed);
    }

    /// <summary>What becomes of a cell of a table.</summary>
    public CellStatus Status(ShareTable table, int segment, int category) => Plan.Statuses[CellsOf(table).Inner[segment, category]];

    /// <summary>What becomes of the number of respondents of a segment.</summary>
    public CellStatus BaseStatus(ShareTable table, int segment) => Plan.Statuses[CellsOf(table).Bases[segment]];

    /// <summary>The estimate when it and the number of respondents it carries may be shown, else null.</summary>
    public Estimate? Shown(ShareTable table, int segment, int category) =>
        Status(table, segment, category) == CellStatus.Published && BaseStatus(table, segment) == CellStatus.Published ? table[segment, category] : null;

    private TableCells CellsOf(ShareTable table) => cells.TryGetValue(table, out var own)
        ? own : throw new SurveyException(SurveyError.UnknownVariable, $"The table of '{table.Question.Name}' is not among those protected.", table.Question.Name);
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
            // Results of the whole are the last to go, then the numbers of respondents of the segments.
            var (where, reluctance) = table.Segment is null ? ("the whole", 2) : (table.Segment.Categories[s], 0);
            for (var k = 0; k < table.Categories; k++)
                Inner[s, k] = family.Add(new DisclosureCell($"{table.Question.Name}={table.Question.Categories[k]} in {where}", table.Count(s, k), table.Count(s, k)) { Reluctance = reluctance });
            Bases[s] = family.Add(new DisclosureCell($"n of {table.Question.Name} in {where}", table.N(s), table.N(s)) { Reluctance = reluctance + 1 });
            if (!bases.TryAdd((table.Segment?.Name ?? "", s, table.N(s)), Bases[s]))
                family.AddSame(bases[(table.Segment?.Name ?? "", s, table.N(s))], Bases[s]);
            family.AddSum(Bases[s], Enumerable.Range(0, table.Categories).Select(k => Inner[s, k]).ToList());
        }
    }

    public int[,] Inner { get; }

    public int[] Bases { get; }
}

/// <summary>Totals of a question over everyone, published or not: what lets one table be subtracted from another.</summary>
internal sealed class ImpliedTotals
{
    private readonly int[] categories;
    private readonly int all;

    public ImpliedTotals(AdditiveFamily family, ShareTable table)
    {
        categories = Enumerable.Range(0, table.Categories).Select(k => Add(family, $"{table.Question.Name}={table.Question.Categories[k]} in all", Count(table, k))).ToArray();
        all = Add(family, $"n of {table.Question.Name} in all", categories.Sum(c => family.Cells[c].Count));
        family.AddSum(all, categories);
    }

    /// <summary>States that a table's segments, and those outside them, make the total.</summary>
    public void Tie(AdditiveFamily family, ShareTable table, TableCells cells)
    {
        var rest = new List<int>();
        for (var k = 0; k < categories.Length; k++)
        {
            var column = k;
            var parts = Enumerable.Range(0, table.Segments).Select(s => cells.Inner[s, column]).ToList();
            if (table.Outside[k] > 0)
                rest.Add(Add(family, $"{table.Question.Name} outside the segments", table.Outside[k]));
            family.AddSum(categories[k], table.Outside[k] > 0 ? [.. parts, rest[^1]] : parts);
        }
        if (rest.Count == 0)
        {
            family.AddSum(all, cells.Bases);
            return;
        }
        var outside = Add(family, $"n of {table.Question.Name} outside the segments", rest.Sum(r => family.Cells[r].Count));
        family.AddSum(outside, rest);
        family.AddSum(all, [.. cells.Bases, outside]);
    }

    private static int Count(ShareTable table, int category) => table.Outside[category] + Enumerable.Range(0, table.Segments).Sum(s => table.Count(s, category));

    private static int Add(AdditiveFamily family, string name, int count) => family.Add(new DisclosureCell(name, count, count) { IsShown = false });
}
