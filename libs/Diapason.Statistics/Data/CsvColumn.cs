using System.Globalization;
using System.Runtime.InteropServices;

namespace Diapason.Statistics;

/// <summary>A column being read: numbers, or categories numbered as they are met and put in order at the end.</summary>
internal sealed class CsvColumn
{
    private readonly string name;
    private readonly IReadOnlyDictionary<string, MissingKind>? missing;
    private readonly List<double>? numbers;
    private readonly List<ushort> codes = [];
    private readonly Dictionary<string, ushort> known = [];
    private readonly Dictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public CsvColumn(string name, bool isNumeric, IReadOnlyDictionary<string, MissingKind>? missing)
    {
        (this.name, this.missing) = (name, missing);
        numbers = isNumeric ? [] : null;
        lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public void Append(ReadOnlySpan<char> value, int row)
    {
        var kind = MissingOf(value);
        if (numbers is null)
            codes.Add(kind is { } k ? CategoricalColumn.WideMissingCode(k) : Code(value));
        else if (kind is { } reason)
            numbers.Add(NumericColumn.Missing(reason));
        else if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            numbers.Add(number);
        else
            throw new SurveyException(SurveyError.InvalidValue, $"'{name}' is not a number at row {row}.", name);
    }

    public void AddTo(SurveyData data)
    {
        if (numbers is not null)
        {
            data.Add(new NumericColumn(name, numbers.ToArray()));
            return;
        }
        var categories = CategoryOrder.Of([.. known.Keys], null);
        var place = new int[categories.Count];
        for (var k = 0; k < place.Length; k++)
            place[known[categories[k]]] = k;
        var builder = new CategoricalColumnBuilder(name, categories);
        foreach (var code in CollectionsMarshal.AsSpan(codes))
        {
            if (code < place.Length)
                builder.Append(place[code]);
            else
                builder.AppendMissing((MissingKind)(CategoricalColumn.WideMissingCode(MissingKind.NotStated) - code));
        }
        data.Add(builder.ToColumn());
    }

    private MissingKind? MissingOf(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || value is "NA")
            return MissingKind.NotStated;
        return missing is not null && missing.TryGetValue(value.ToString(), out var kind) ? kind : null;
    }

    private ushort Code(ReadOnlySpan<char> value)
    {
        if (lookup.TryGetValue(value, out var code))
            return code;
        if (known.Count == CategoricalColumn.MaxCategories)
            throw new SurveyException(SurveyError.InvalidValue, $"'{name}' has more than {CategoricalColumn.MaxCategories} categories: read it as a number.", name);
        return known[value.ToString()] = (ushort)known.Count;
    }
}
