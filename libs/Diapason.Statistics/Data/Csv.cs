namespace Diapason.Statistics;

/// <summary>Reads comma-separated text that the caller already holds; the library opens no file.</summary>
public static class Csv
{
    /// <summary>Parses a table with a header line.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="numeric">Variables to read as numbers (invariant culture); the others are categorical.</param>
    /// <param name="missing">Texts that stand for a missing kind; empty and "NA" are <see cref="MissingKind.NotStated"/>.</param>
    /// <param name="separator">Field separator.</param>
    /// <returns>One column a field of the header.</returns>
    /// <exception cref="SurveyException">As for the other overload.</exception>
    public static SurveyData Parse(string text, IReadOnlyCollection<string>? numeric = null, IReadOnlyDictionary<string, MissingKind>? missing = null, char separator = ',') =>
        Parse(text, new CsvOptions { Numeric = numeric ?? [], Missing = missing ?? new Dictionary<string, MissingKind>(), Separator = separator });

    /// <summary>Parses a table with a header line, as RFC 4180 has it: quotes, doubled quotes, line ends CRLF or LF; blank lines between records are passed over.</summary>
    /// <param name="text">The whole text; a byte order mark at its start is passed over.</param>
    /// <param name="options">Kinds of the columns, declared categories, missing texts, separator.</param>
    /// <returns>One column a field of the header, two for those read both ways.</returns>
    /// <exception cref="SurveyException">
    /// By line: a quote left open or out of place, another number of fields than the header, a number that cannot be read, a text that is not a declared
    /// category. By name: a column without a name or with another's, or one asked for that is not in the header.
    /// </exception>
    public static SurveyData Parse(string text, CsvOptions options)
    {
        var reader = new CsvReader(text, options.Separator);
        var header = Header(ref reader);
        foreach (var name in options.Numeric.Concat(options.Both).Concat(options.Categories.Keys))
        {
            if (!header.Contains(name))
                throw new SurveyException(SurveyError.UnknownVariable, $"There is no column '{name}' in the header.", name);
        }
        var columns = header.Select(name => new CsvColumn(name, options)).ToArray();
        var data = new SurveyData(Fill(ref reader, columns));
        foreach (var column in columns)
            column.AddTo(data);
        return data;
    }

    private static List<string> Header(ref CsvReader reader)
    {
        var header = new List<string>();
        while (reader.Next(out var name, out var last))
        {
            header.Add(name.ToString());
            if (last)
                break;
        }
        if (header.Count == 0)
            throw new SurveyException(SurveyError.TooFew, "The text has no header line.");
        if (header.FindIndex(string.IsNullOrEmpty) is >= 0 and var blank)
            throw new SurveyException(SurveyError.InvalidValue, $"Column {blank + 1} of the header has no name.");
        var twice = header.GroupBy(h => h, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? header : throw new SurveyException(SurveyError.Duplicate, $"Two columns of the header are named '{twice.Key}'.", twice.Key);
    }

    private static int Fill(ref CsvReader reader, CsvColumn[] columns)
    {
        var (row, field, line) = (0, 0, 0);
        while (reader.Next(out var value, out var last))
        {
            if (field == 0 && last && reader.IsBlank && columns.Length > 1)
                continue;
            line = field == 0 ? reader.Line : line;
            if (field < columns.Length)
                columns[field].Append(value, reader.Line);
            field++;
            if (!last)
                continue;
            if (field != columns.Length)
                throw new SurveyException(SurveyError.LengthMismatch, $"Line {line} has {field} fields, the header {columns.Length}.");
            (row, field) = (row + 1, 0);
        }
        return row;
    }
}
