using System.Globalization;

namespace Diapason.Statistics;

/// <summary>Columns made from others: crossed, turned into numbers, restricted to a domain, or cut down to its rows.</summary>
public static class ColumnSelection
{
    /// <summary>Two variables as one: a category a pair, the first varying slowest, named "a × b"; missing where either is, of the first's kind before the second's.</summary>
    /// <param name="first">The first variable, r categories.</param>
    /// <param name="second">The second, c categories over the same rows.</param>
    /// <returns>A variable of r c categories, those of nobody included.</returns>
    /// <exception cref="SurveyException">Rows differ; r c exceeds <see cref="CategoricalColumn.MaxCategories"/>; two pairs read the same.</exception>
    public static CategoricalColumn Cross(this CategoricalColumn first, CategoricalColumn second) =>
        Cross(first, second, [.. first.Categories.SelectMany(a => second.Categories, (a, b) => $"{a} × {b}")]);

    /// <summary>Restricts a variable to a domain: the same rows, missing outside.</summary>
    /// <param name="column">The variable.</param>
    /// <param name="domain">The rows that keep their value.</param>
    /// <param name="outside">Kind of missing given to the others.</param>
    /// <exception cref="SurveyException">The domain does not have the rows of the column.</exception>
    public static CategoricalColumn Within(this CategoricalColumn column, Domain domain, MissingKind outside = MissingKind.NotAsked) =>
        Build(column, Enumerable.Range(0, Checked(domain, column.Count)).Select(row => domain.Mask[row] ? column[row] : -1), row => domain.Mask[row] ? column.MissingAt(row)!.Value : outside);

    /// <inheritdoc cref="Within(CategoricalColumn, Domain, MissingKind)"/>
    public static NumericColumn Within(this NumericColumn column, Domain domain, MissingKind outside = MissingKind.NotAsked)
    {
        var values = new double[Checked(domain, column.Count)];
        for (var row = 0; row < values.Length; row++)
            values[row] = domain.Mask[row] ? column.Values[row] : NumericColumn.Missing(outside);
        return new NumericColumn(column.Name, values);
    }

    /// <summary>Keeps only the rows of a domain, in order: a shorter column, for another design. To estimate in a part of a sample give the domain to the statistic instead.</summary>
    /// <exception cref="SurveyException">The domain does not have the rows of the column.</exception>
    public static CategoricalColumn Keep(this CategoricalColumn column, Domain domain)
    {
        var rows = Rows(domain, column.Count);
        return Build(column, rows.Select(row => column[row]), at => column.MissingAt(rows[at])!.Value);
    }

    /// <inheritdoc cref="Keep(CategoricalColumn, Domain)"/>
    public static NumericColumn Keep(this NumericColumn column, Domain domain) =>
        new(column.Name, Array.ConvertAll(Rows(domain, column.Count), row => column.Values[row]));

    /// <summary>Keeps only the rows of a domain in every column.</summary>
    /// <exception cref="SurveyException">The domain does not have the rows of the data.</exception>
    public static SurveyData Keep(this SurveyData data, Domain domain)
    {
        var kept = new SurveyData(Rows(domain, data.Rows).Length);
        foreach (var column in data.Categoricals)
            kept.Add(column.Keep(domain));
        foreach (var column in data.Numerics)
            kept.Add(column.Keep(domain));
        return kept;
    }

    /// <summary>A number for each category, e.g. the steps of a scale; missing values keep their kind.</summary>
    /// <param name="column">The variable, k categories.</param>
    /// <param name="scores">Number of each category by name; when null, the names themselves read as numbers (invariant culture).</param>
    /// <exception cref="SurveyException"><see cref="SurveyError.InvalidValue"/>: a category has no score, or its name is no number.</exception>
    public static NumericColumn ToNumbers(this CategoricalColumn column, IReadOnlyDictionary<string, double>? scores = null)
    {
        var numbers = column.Categories.Select(c => Score(column, c, scores)).ToArray();
        var values = new double[column.Count];
        for (var row = 0; row < values.Length; row++)
            values[row] = column[row] is >= 0 and var k ? numbers[k] : NumericColumn.Missing(column.MissingAt(row)!.Value);
        return new NumericColumn(column.Name, values);
    }

    /// <summary>As the public one, under other names of categories.</summary>
    internal static CategoricalColumn Cross(CategoricalColumn first, CategoricalColumn second, IReadOnlyList<string> names)
    {
        if (second.Count != first.Count)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{second.Name}' has {second.Count} rows, '{first.Name}' {first.Count}.", second.Name);
        if (names.Count > CategoricalColumn.MaxCategories)
            throw new SurveyException(SurveyError.InvalidValue, $"'{first.Name}' by '{second.Name}' has {names.Count} categories: at most {CategoricalColumn.MaxCategories}.", first.Name);
        var (a, b, width) = (first.ToIndexes(), second.ToIndexes(), second.Categories.Count);
        var wide = names.Count > CategoricalColumn.MaxByteCategories;
        var (narrowCodes, wideCodes) = (new byte[wide ? 0 : a.Length], new ushort[wide ? a.Length : 0]);
        for (var row = 0; row < a.Length; row++)
        {
            var kind = a[row] >= 0 && b[row] >= 0 ? default : first.MissingAt(row) ?? second.MissingAt(row)!.Value;
            var code = a[row] >= 0 && b[row] >= 0 ? (a[row] * width) + b[row] : wide ? CategoricalColumn.WideMissingCode(kind) : CategoricalColumn.MissingCode(kind);
            if (wide)
                wideCodes[row] = (ushort)code;
            else
                narrowCodes[row] = (byte)code;
        }
        var name = $"{first.Name} × {second.Name}";
        return wide ? new CategoricalColumn(name, names, wideCodes) : new CategoricalColumn(name, names, narrowCodes);
    }

    private static double Score(CategoricalColumn column, string category, IReadOnlyDictionary<string, double>? scores)
    {
        var found = scores?.TryGetValue(category, out var score) ?? double.TryParse(category, NumberStyles.Float, CultureInfo.InvariantCulture, out score);
        return found && double.IsFinite(score) ? score
            : throw new SurveyException(SurveyError.InvalidValue, $"Category '{category}' of '{column.Name}' has no number.", column.Name, category);
    }

    private static CategoricalColumn Build(CategoricalColumn column, IEnumerable<int> codes, Func<int, MissingKind> missing)
    {
        var builder = new CategoricalColumnBuilder(column.Name, column.Categories);
        foreach (var code in codes)
        {
            if (code >= 0)
                builder.Append(code);
            else
                builder.AppendMissing(missing(builder.Count));
        }
        return builder.ToColumn();
    }

    private static int[] Rows(Domain domain, int count) => [.. Enumerable.Range(0, Checked(domain, count)).Where(row => domain.Mask[row])];

    private static int Checked(Domain domain, int count) => domain.Count == count ? count
        : throw new SurveyException(SurveyError.LengthMismatch, $"Domain '{domain.Name}' has {domain.Count} rows, the column {count}.", domain.Name);
}
