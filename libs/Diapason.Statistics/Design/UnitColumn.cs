using System.Globalization;

namespace Diapason.Statistics;

/// <summary>Identifiers of sampling units or strata: one a row, none missing.</summary>
public sealed class UnitColumn
{
    private readonly string[] labels;

    private UnitColumn(string name, int[] codes, string[] labels) => (Name, Codes, this.labels) = (name, codes, labels);

    /// <summary>Name of the variable.</summary>
    public string Name { get; }

    /// <summary>Number of rows.</summary>
    public int Count => Codes.Length;

    /// <summary>Number of distinct identifiers.</summary>
    public int Distinct => labels.Length;

    internal int[] Codes { get; }

    /// <summary>Identifiers given as texts.</summary>
    /// <exception cref="SurveyException">A value is missing.</exception>
    public static UnitColumn Of(string name, IReadOnlyList<string?> values)
    {
        var known = new Dictionary<string, int>();
        var codes = new int[values.Count];
        for (var row = 0; row < codes.Length; row++)
        {
            var value = values[row] ?? throw Missing(name, row);
            if (!known.TryGetValue(value, out codes[row]))
                known[value] = codes[row] = known.Count;
        }
        return new UnitColumn(name, codes, [.. known.Keys]);
    }

    /// <summary>Identifiers given as integers.</summary>
    public static UnitColumn Of(string name, ReadOnlySpan<int> values)
    {
        var known = new Dictionary<int, int>();
        var codes = new int[values.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            if (!known.TryGetValue(values[row], out codes[row]))
                known[values[row]] = codes[row] = known.Count;
        }
        return new UnitColumn(name, codes, known.Keys.Select(k => k.ToString(CultureInfo.InvariantCulture)).ToArray());
    }

    /// <summary>Identifiers given as numbers.</summary>
    /// <exception cref="SurveyException">A value is missing.</exception>
    public static UnitColumn Of(NumericColumn column)
    {
        var known = new Dictionary<double, int>();
        var codes = new int[column.Count];
        for (var row = 0; row < codes.Length; row++)
        {
            var value = column.Values[row];
            if (double.IsNaN(value))
                throw Missing(column.Name, row);
            if (!known.TryGetValue(value, out codes[row]))
                known[value] = codes[row] = known.Count;
        }
        return new UnitColumn(column.Name, codes, known.Keys.Select(k => k.ToString(CultureInfo.InvariantCulture)).ToArray());
    }

    /// <summary>Identifiers given as a categorical variable; categories without a row do not count.</summary>
    /// <exception cref="SurveyException">A value is missing.</exception>
    public static UnitColumn Of(CategoricalColumn column)
    {
        var map = new int[column.Categories.Count];
        Array.Fill(map, -1);
        var found = new List<string>();
        var codes = new int[column.Count];
        for (var row = 0; row < codes.Length; row++)
        {
            var k = column[row];
            if (k < 0)
                throw Missing(column.Name, row);
            if (map[k] < 0)
            {
                map[k] = found.Count;
                found.Add(column.Categories[k]);
            }
            codes[row] = map[k];
        }
        return new UnitColumn(column.Name, codes, [.. found]);
    }

    internal string LabelOf(int code) => labels[code];

    private static SurveyException Missing(string name, int row) =>
        new(SurveyError.MissingDesignValue, $"Design variable '{name}' is missing at row {row}.", name);
}
