namespace Diapason.Statistics;

/// <summary>Reads comma-separated text that the caller already holds; the library opens no file.</summary>
public static class Csv
{
    /// <summary>Parses a table with a header line (RFC 4180: quotes, doubled quotes, CRLF or LF).</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="numeric">Variables to read as numbers (invariant culture); the others are categorical.</param>
    /// <param name="missing">Texts that stand for a missing kind; empty and "NA" are <see cref="MissingKind.NotStated"/>.</param>
    /// <param name="separator">Field separator.</param>
    /// <exception cref="SurveyException">A column has no name or another's, a line has another number of fields than the header, or a number cannot be read.</exception>
    public static SurveyData Parse(string text, IReadOnlyCollection<string>? numeric = null, IReadOnlyDictionary<string, MissingKind>? missing = null, char separator = ',')
    {
        var reader = new CsvReader(text, separator);
        var header = new List<string>();
        while (reader.Next(out var name, out var last))
        {
            header.Add(name.ToString());
            if (last)
                break;
        }
        if (header.Count == 0)
            throw new SurveyException(SurveyError.TooFew, "The text has no header line.");
        if (numeric?.FirstOrDefault(n => !header.Contains(n)) is { } unknown)
            throw new SurveyException(SurveyError.UnknownVariable, $"There is no variable '{unknown}' in the header.", unknown);
        if (header.FindIndex(string.IsNullOrEmpty) is >= 0 and var blank)
            throw new SurveyException(SurveyError.InvalidValue, $"Column {blank + 1} of the header has no name.");
        var fields = header.Select(h => new CsvColumn(h, numeric?.Contains(h) == true, missing)).ToArray();
        var rows = Fill(ref reader, fields);
        var data = new SurveyData(rows);
        foreach (var field in fields)
            field.AddTo(data);
        return data;
    }

    private static int Fill(ref CsvReader reader, CsvColumn[] fields)
    {
        var (row, field) = (0, 0);
        while (reader.Next(out var value, out var last))
        {
            if (field == 0 && last && value.IsEmpty && fields.Length > 1)
                continue;
            if (field < fields.Length)
                fields[field].Append(value, row);
            field++;
            if (!last)
                continue;
            if (field != fields.Length)
                throw new SurveyException(SurveyError.LengthMismatch, $"Line {row + 2} has {field} fields, the header {fields.Length}.");
            (row, field) = (row + 1, 0);
        }
        return row;
    }
}
