using System.Globalization;
using System.Runtime.InteropServices;

namespace Diapason.Statistics;

/// <summary>A column being read: numbers, or categories numbered as they are met and put in order at the end.</summary>
internal sealed class CsvColumn
{
    private const int MissingFrom = int.MaxValue - 8;
    private readonly string name;
    private readonly IReadOnlyDictionary<string, MissingKind>? missing;
    private readonly List<double>? numbers;
    private readonly List<int> codes = [];
    private readonly Dictionary<string, int> known = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

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
            codes.Add(kind is { } k ? MissingFrom + (int)k : Code(value));
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
            if (code >= MissingFrom)
                builder.AppendMissing((MissingKind)(code - MissingFrom));
            else
                builder.Append(place[code]);
        }
        data.Add(builder.ToColumn());
    }

    private MissingKind? MissingOf(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || value is "NA")
            return MissingKind.NotStated;
        return missing is not null && missing.TryGetValue(value.ToString(), out var kind) ? kind : null;
    }

    private int Code(ReadOnlySpan<char> value)
    {
        if (lookup.TryGetValue(value, out var code))
            return code;
        return known[value.ToString()] = known.Count;
    }
}
