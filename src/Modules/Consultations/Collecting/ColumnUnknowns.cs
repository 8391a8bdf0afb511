using Diapason.Forms;

namespace Diapason.Consultations.Collecting;

/// <summary>The values of a column that mean nothing yet.</summary>
internal static class ColumnUnknowns
{
    public static int Count(Questionnaire questionnaire, (CollectedTable Sheet, int At) place, ColumnMapping mapping)
    {
        if (mapping.As == ColumnUse.LeaveOut || Values(place.Sheet, place.At, mapping) is not { } values) return 0;
        if (mapping.As == ColumnUse.Language) return values.Count(one => !questionnaire.Heading.Languages.Contains(mapping.Values.FirstOrDefault(value => value.From == one.Value)?.To ?? one.Value));
        if (questionnaire.FindVariable(mapping.Variable) is not { } variable || (mapping.As == ColumnUse.Value && !variable.Type.IsCoded) || (mapping.As == ColumnUse.Option && variable.FindOption(mapping.Option) is null)) return 0;
        var reader = new CellReader(mapping, place.Sheet.Columns[place.At], 0, variable, questionnaire.Heading.Languages);
        return values.Count(one => reader.Take(new(0, [one.Value]), new GivenValue(), isText: false) is not null);
    }

    /// <summary>Each once, with its rows; the pieces, where a cell holds several. Null when there are too many.</summary>
    public static IReadOnlyList<(string Value, int Rows)>? Values(CollectedTable sheet, int at, ColumnMapping mapping)
    {
        if (mapping.As != ColumnUse.Several || mapping.Separator.Length == 0) return ProposeMapping.ValuesOf(sheet, at);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
            foreach (var piece in (row.Cells.ElementAtOrDefault(at) ?? "").Split(mapping.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                counts[piece] = counts.GetValueOrDefault(piece) + 1;
                if (counts.Count > ProposeMapping.MostValues) return null;
            }

        return [.. counts.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value))];
    }
}
