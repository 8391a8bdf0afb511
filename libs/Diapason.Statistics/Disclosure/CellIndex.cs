using System.Globalization;

namespace Diapason.Statistics;

/// <summary>Cells by what they say of each variable, with counts and amounts read once from the rows.</summary>
internal sealed class CellIndex
{
    /// <summary>The variable has a value, whichever.</summary>
    public const int Valid = -1;

    /// <summary>The cell says nothing of the variable.</summary>
    public const int Any = -2;

    /// <summary>The variable has no value.</summary>
    public const int Missing = -3;

    private readonly IReadOnlyList<CategoricalColumn> variables;
    private readonly NumericColumn? amount;
    private readonly int contributors;
    private readonly bool[] hasMissing;
    private readonly Dictionary<string, int> numbers = [];
    private readonly List<int[]> cells = [];
    private readonly List<bool> isShown = [];
    private readonly List<(int Total, List<int> Parts)> sums = [];

    public CellIndex(IReadOnlyList<CategoricalColumn> variables, NumericColumn? amount, int contributors)
    {
        (this.variables, this.amount, this.contributors) = (variables, amount, contributors);
        if (variables.FirstOrDefault(v => v.Count != variables[0].Count) is { } odd)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{odd.Name}' has {odd.Count} rows, '{variables[0].Name}' {variables[0].Count}.", odd.Name);
        if (amount is not null && amount.Count != variables[0].Count)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{amount.Name}' has {amount.Count} rows, '{variables[0].Name}' {variables[0].Count}.", amount.Name);
        hasMissing = variables.Select(v => Enumerable.Range(0, v.Count).Any(row => v[row] < 0)).ToArray();
    }

    public int PlaceOf(string name) => Enumerable.Range(0, variables.Count).FirstOrDefault(v => variables[v].Name == name, -1) is >= 0 and var place
        ? place : throw new SurveyException(SurveyError.UnknownVariable, $"'{name}' is in no table published.", name);

    public string NameOf(int cell) => Key(cells[cell]);

    public string NameOf(IEnumerable<(int Variable, int State)> states)
    {
        var state = Blank();
        foreach (var (variable, value) in states)
            state[variable] = Normal(variable, value);
        return Key(state);
    }

    /// <summary>Adds a table with all its margins: every combination of a category or "has a value" for each variable.</summary>
    public IEnumerable<int> AddTable(int[] table)
    {
        var result = new List<int>();
        var state = Blank();
        Fill(0);
        foreach (var cell in result)
            Sum(cell, table);
        return result;

        void Fill(int at)
        {
            if (at == table.Length)
            {
                result.Add(Number(state, true));
                return;
            }
            for (var k = Valid; k < variables[table[at]].Categories.Count; k++)
            {
                state[table[at]] = Normal(table[at], k);
                Fill(at + 1);
            }
            state[table[at]] = Any;
        }
    }

    /// <summary>Ties cells that ask for a value to those that do not, through the people missing.</summary>
    public void TieMissing()
    {
        for (var cell = 0; cell < cells.Count; cell++)
        {
            for (var v = 0; v < variables.Count; v++)
            {
                if (cells[cell][v] != Valid)
                    continue;
                var (any, absent) = ((int[])cells[cell].Clone(), (int[])cells[cell].Clone());
                (any[v], absent[v]) = (Any, Missing);
                sums.Add((Number(any, false), [cell, Number(absent, false)]));
            }
        }
    }

    public AdditiveFamily Family()
    {
        var totals = new CellTotals(cells.Count, contributors);
        var patterns = cells.Select((state, number) => (State: state, Number: number)).GroupBy(c => CellPattern.NameOf(c.State)).Select(Gather).ToList();
        for (var row = 0; row < variables[0].Count; row++)
        {
            var value = amount is null ? 1 : double.IsNaN(amount.Values[row]) ? 0 : amount.Values[row];
            foreach (var pattern in patterns)
            {
                var cell = pattern.Find(row);
                if (cell >= 0)
                    totals.Add(cell, value);
            }
        }
        var family = new AdditiveFamily();
        for (var cell = 0; cell < cells.Count; cell++)
            family.Add(totals.Cell(cell, Key(cells[cell]), amount is not null) with { IsShown = isShown[cell], Reluctance = cells[cell].Count(s => s is Any or Valid) });
        foreach (var (total, parts) in sums.DistinctBy(s => $"{s.Total}={string.Join('+', s.Parts.Order())}"))
            family.AddSum(total, parts);
        return family;
    }

    private CellPattern Gather(IEnumerable<(int[] State, int Number)> group)
    {
        var list = group.ToList();
        var pattern = new CellPattern(variables, list[0].State);
        foreach (var (state, number) in list)
            pattern.Add(state, number);
        return pattern;
    }

    private int[] Blank()
    {
        var state = new int[variables.Count];
        Array.Fill(state, Any);
        return state;
    }

    /// <summary>Asking for a value that nobody lacks says nothing.</summary>
    private int Normal(int variable, int state) => state == Valid && !hasMissing[variable] ? Any : state;

    private void Sum(int cell, int[] table)
    {
        foreach (var v in table)
        {
            if (cells[cell][v] >= 0)
                continue;
            var parts = new List<int>();
            for (var k = 0; k < variables[v].Categories.Count; k++)
            {
                var state = (int[])cells[cell].Clone();
                state[v] = k;
                parts.Add(numbers[Key(state)]);
            }
            sums.Add((cell, parts));
        }
    }

    private int Number(int[] state, bool show)
    {
        var key = Key(state);
        if (!numbers.TryGetValue(key, out var number))
        {
            numbers[key] = number = cells.Count;
            cells.Add((int[])state.Clone());
            isShown.Add(false);
        }
        isShown[number] |= show;
        return number;
    }

    private string Key(int[] state) => string.Join(", ", state.Select((s, v) => s switch
    {
        Any => null,
        Valid => string.Create(CultureInfo.InvariantCulture, $"{variables[v].Name}≠missing"),
        Missing => $"{variables[v].Name} missing",
        _ => $"{variables[v].Name}={variables[v].Categories[s]}",
    }).Where(s => s is not null));
}
