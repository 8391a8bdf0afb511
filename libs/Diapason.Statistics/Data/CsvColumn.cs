using System.Globalization;
using System.Runtime.InteropServices;

namespace Diapason.Statistics;

/// <summary>A column being read: numbers, categories (declared, or numbered as they are met and put in order at the end), or both.</summary>
internal sealed class CsvColumn
{
    private readonly string name;
    private readonly IReadOnlyDictionary<string, MissingKind> missing;
    private readonly IReadOnlyList<string>? declared;
    private readonly List<double>? numbers;
    private readonly List<ushort>? codes;
    private readonly Dictionary<string, ushort> known = [];
    private readonly Dictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public CsvColumn(string name, CsvOptions options)
    {
        (this.name, missing) = (name, options.Missing);
        declared = options.Categories.GetValueOrDefault(name);
        var (both, numeric) = (options.Both.Contains(name), options.Numeric.Contains(name));
        numbers = numeric || both ? [] : null;
        codes = !numeric || both || declared is not null ? [] : null;
        foreach (var category in declared ?? [])
        {
            if (!known.TryAdd(category, (ushort)known.Count))
                throw new SurveyException(SurveyError.Duplicate, $"'{name}' declares two categories named '{category}'.", name, category);
        }
        lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public void Append(ReadOnlySpan<char> value, int line)
    {
        var kind = MissingOf(value);
        codes?.Add(kind is { } k ? CategoricalColumn.WideMissingCode(k) : Code(value, line));
        if (numbers is null)
            return;
        if (kind is { } reason)
            numbers.Add(NumericColumn.Missing(reason));
        else if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            numbers.Add(number);
        else
            throw new SurveyException(SurveyError.InvalidValue, $"Column '{name}' has no number on line {line}.", name);
    }

    public void AddTo(SurveyData data)
    {
        if (numbers is not null)
            data.Add(new NumericColumn(name, numbers.ToArray()));
        if (codes is null)
            return;
        var categories = declared ?? CategoryOrder.Of([.. known.Keys], null);
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
        if (missing.Count > 0 && missing.TryGetValue(value.ToString(), out var kind))
            return kind;
        // A declared category may well be called NA.
        return value.IsEmpty || (value is "NA" && declared?.Contains("NA") != true) ? MissingKind.NotStated : null;
    }

    private ushort Code(ReadOnlySpan<char> value, int line)
    {
        if (lookup.TryGetValue(value, out var code))
            return code;
        if (declared is not null)
            throw new SurveyException(SurveyError.UnknownCategory, $"Column '{name}' has a text on line {line} that is not among its declared categories.", name);
        if (known.Count == CategoricalColumn.MaxCategories)
            throw new SurveyException(SurveyError.InvalidValue, $"Column '{name}' has more than {CategoricalColumn.MaxCategories} categories: read it as a number.", name);
        return known[value.ToString()] = (ushort)known.Count;
    }
}
