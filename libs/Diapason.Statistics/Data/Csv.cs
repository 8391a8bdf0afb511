using System.Globalization;
using System.Text;

namespace Diapason.Statistics;

/// <summary>Reads comma-separated text that the caller already holds; the library opens no file.</summary>
public static class Csv
{
    /// <summary>Parses a table with a header line (RFC 4180: quotes, doubled quotes, CRLF or LF).</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="numeric">Variables to read as numbers (invariant culture); the others are categorical.</param>
    /// <param name="missing">Texts that stand for a missing kind; empty and "NA" are <see cref="MissingKind.NotStated"/>.</param>
    /// <param name="separator">Field separator.</param>
    /// <exception cref="SurveyException">A line has another number of fields than the header, or a number cannot be read.</exception>
    public static SurveyData Parse(string text, IReadOnlyCollection<string>? numeric = null, IReadOnlyDictionary<string, MissingKind>? missing = null, char separator = ',')
    {
        var rows = Split(text, separator);
        if (rows.Count == 0)
            throw new SurveyException(SurveyError.TooFew, "The text has no header line.");
        var header = rows[0];
        var odd = rows.FindIndex(r => r.Count != header.Count);
        if (odd >= 0)
            throw new SurveyException(SurveyError.LengthMismatch, $"Line {odd + 1} has {rows[odd].Count} fields, the header {header.Count}.");
        if (numeric?.FirstOrDefault(n => !header.Contains(n)) is { } unknown)
            throw new SurveyException(SurveyError.UnknownVariable, $"There is no variable '{unknown}' in the header.", unknown);
        var data = new SurveyData(rows.Count - 1);
        for (var c = 0; c < header.Count; c++)
        {
            var values = rows.Skip(1).Select(r => r[c] is "" or "NA" ? null : r[c]).ToList();
            if (numeric?.Contains(header[c]) == true)
                data.Add(new NumericColumn(header[c], values.Select((v, i) => Number(header[c], v, i, missing)).ToArray()));
            else
                data.Add(CategoricalColumn.FromTexts(header[c], values, null, missing));
        }
        return data;
    }

    private static double Number(string name, string? value, int row, IReadOnlyDictionary<string, MissingKind>? missing)
    {
        if (value is null)
            return NumericColumn.Missing(MissingKind.NotStated);
        if (missing is not null && missing.TryGetValue(value, out var kind))
            return NumericColumn.Missing(kind);
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number : throw new SurveyException(SurveyError.InvalidValue, $"'{name}' is not a number at row {row}.", name);
    }

    private static List<List<string>> Split(string text, char separator)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = text.StartsWith('\uFEFF') ? 1 : 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || (c != separator && c is not ('\n' or '\r')))
            {
                field.Append(c);
            }
            else if (c != '\r')
            {
                row.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                    EndRow(rows, ref row);
            }
        }
        if (field.Length > 0 || row.Count > 0)
        {
            row.Add(field.ToString());
            EndRow(rows, ref row);
        }
        return rows;
    }

    private static void EndRow(List<List<string>> rows, ref List<string> row)
    {
        if (row is not [""])
            rows.Add(row);
        row = [];
    }
}
