namespace Diapason.Statistics;

/// <summary>Tables over declared variables, all with their margins, published together: their cells and every sum between them.</summary>
/// <remarks>
/// A cell is named by what it says of each variable: a category, "has a value", or nothing. Two tables that count the same people share the cell; a
/// variable with missing values ties "everyone" to "has a value" through the missing, who are not published.
/// </remarks>
public sealed class TableSet
{
    private readonly CellIndex index;
    private readonly Dictionary<string, int> shown = [];

    private TableSet(CellIndex index, SuppressionPlan plan, Dictionary<string, int> shown) => (this.index, Plan, this.shown) = (index, plan, shown);

    /// <summary>What becomes of every cell.</summary>
    public SuppressionPlan Plan { get; }

    /// <summary>Protects tables published together.</summary>
    /// <param name="tables">The variables of each table.</param>
    /// <param name="rule">Threshold, dominance, width of doubt.</param>
    /// <param name="amount">When given, tables show its totals rather than numbers of people, and dominance looks at its contributions.</param>
    /// <exception cref="SurveyException">No table; a variable twice in one, or two of one name; lengths differ; amounts without a width; a cell cannot be protected.</exception>
    public static TableSet Protect(IReadOnlyList<IReadOnlyList<CategoricalColumn>> tables, ProtectionRule? rule = null, NumericColumn? amount = null)
    {
        rule ??= new ProtectionRule();
        foreach (var value in amount is null ? [] : amount.Values)
        {
            if (value < 0)
                throw new SurveyException(SurveyError.InvalidValue, $"'{amount!.Name}' has a negative amount: the audit takes cells as 0 or more.", amount.Name);
        }
        if (amount is not null && rule.MinimumWidth is null)
            throw new SurveyException(SurveyError.InvalidValue, $"Say how wide the doubt about '{amount.Name}' must be: a threshold counts people.", amount.Name);
        var all = new CellIndex(Variables(tables), amount, rule.DominantContributors);
        var found = new Dictionary<string, int>();
        foreach (var table in tables)
        {
            var places = table.Select(v => all.PlaceOf(v.Name)).ToArray();
            foreach (var cell in all.AddTable(places))
                found[all.NameOf(cell)] = cell;
        }
        all.TieMissing();
        return new TableSet(all, all.Family().Suppress(rule), found);
    }

    private static List<CategoricalColumn> Variables(IReadOnlyList<IReadOnlyList<CategoricalColumn>> tables)
    {
        var variables = tables.SelectMany(t => t).Distinct().ToList();
        if (variables.Count == 0)
            throw new SurveyException(SurveyError.TooFew, "There is no table to protect.");
        var twice = variables.GroupBy(v => v.Name).Concat(tables.SelectMany(t => t.GroupBy(v => v.Name))).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? variables : throw new SurveyException(SurveyError.Duplicate, $"'{twice.Key}' is twice in a table, or names two variables.", twice.Key);
    }

    /// <summary>What becomes of a cell.</summary>
    /// <param name="categories">Category of each variable named; variables of the table left out are summed over.</param>
    /// <param name="table">Every variable of the table.</param>
    public CellStatus Status(IReadOnlyList<CategoricalColumn> table, IReadOnlyDictionary<string, string> categories) =>
        Plan.Statuses[Find(table, categories)];

    /// <summary>Number of the cell in <see cref="SuppressionPlan.Family"/>.</summary>
    /// <inheritdoc cref="Status"/>
    public int Find(IReadOnlyList<CategoricalColumn> table, IReadOnlyDictionary<string, string> categories)
    {
        var name = index.NameOf(table.Select(v => (index.PlaceOf(v.Name), categories.TryGetValue(v.Name, out var c) ? v.IndexOf(c) : CellIndex.Valid)));
        return shown.TryGetValue(name, out var cell) ? cell : throw new SurveyException(SurveyError.UnknownCategory, $"There is no cell '{name}' in the tables published.", null, name);
    }
}
