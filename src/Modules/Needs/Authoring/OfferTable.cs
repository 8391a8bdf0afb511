using System.Globalization;
using Diapason.Needs.Offers;
using Diapason.Needs.Reference;
using Diapason.Tables;
using Diapason.Text;

namespace Diapason.Needs.Authoring;

/// <summary>
/// An offer as a table, an entry a row: columns are named as the keys of a kit, the texts once a language (<c>title.fr</c>), competencies as
/// <c>limits:0-2 data:1-3</c>, lists with a space between codes. A column that is not there leaves what the entry has.
/// </summary>
internal static class OfferTable
{
    private const string Develops = "develops";
    private const string Documents = "documents";
    private const string Version = "version";
    private const int VersionLength = 12;
    private static readonly string[] First = ["code", Version, "kind", "phase", "minutes", "format", "price", "amount", "review"];
    private static readonly string[] Yes = ["true", "oui", "yes", "x", "1"];
    private static readonly string[] No = ["false", "non", "no", "0"];

    public static IReadOnlyList<string> Columns(IReadOnlyList<string> languages) =>
    [
        .. First, .. In(languages, "title", "text", "words"), Develops, "answers", "helps", "team", "users", "online", "languages", "access", .. In(languages, "provider", "link", "contact.name"), "contact.email", "contact.phone",
        .. In(languages, "place"), "dates", .. In(languages, Documents), "licence", .. EntrySheet.Lists.Where(list => list.StartsWith("suits.", StringComparison.Ordinal)), "withdrawn",
    ];

    public static async Task WriteAsync(Offer offer, IReadOnlyList<string> languages, TableWriter table, CancellationToken cancel)
    {
        var columns = Columns(languages);
        await table.HeaderAsync(columns, cancel);
        foreach (var entry in offer.Entries)
        {
            var sheet = EntrySheet.Of(entry, languages);
            foreach (var column in columns) table.Text(column == Version ? VersionOf(entry) : Cell(sheet, column));
            await table.EndRowAsync(cancel);
        }
    }

    /// <summary>The entries of a table whose first row names the columns, each over what the offer has under its code; or what is wrong with the columns.</summary>
    public static (IReadOnlyList<(int Row, EntrySheet Sheet)> Sheets, IReadOnlyList<OfferFault> Faults) Read(IReadOnlyList<TableRow> rows, Offer known, IReadOnlyList<string> languages, OfferLegend legend)
    {
        if (rows.Count == 0) return ([], [new OfferFault(0, null, null, "table_empty", [])]);
        var names = rows[0].Cells.Select(cell => cell.Trim()).ToList();
        var columns = Columns(languages);
        var faults = names.Where(name => name.Length > 0 && !columns.Contains(name)).Select(name => new OfferFault(rows[0].Line, null, null, "column_unknown", [("column", name)])).ToList();
        faults.AddRange(names.Where(name => name.Length > 0).GroupBy(name => name).Where(same => same.Count() > 1).Select(same => new OfferFault(rows[0].Line, null, null, "column_twice", [("column", same.Key)])));
        if (!names.Contains("code")) faults.Add(new OfferFault(rows[0].Line, null, null, "column_missing", [("column", "code")]));
        return faults.Count > 0 ? ([], faults) : ([.. rows.Skip(1).Select(row => (row.Line, legend.ToCodes(Sheet(row, names, known, languages))))], []);
    }

    /// <summary>The rows that left from another state of their entry than today's, by code.</summary>
    public static IReadOnlyDictionary<string, int> Older(IReadOnlyList<(int Row, EntrySheet Sheet)> sheets, Offer known) => sheets
        .Where(s => s.Sheet[Version].Length > 0 && known.Entry(s.Sheet["code"]) is { } entry && VersionOf(entry) != s.Sheet[Version])
        .GroupBy(s => s.Sheet["code"]).ToDictionary(rows => rows.Key, rows => rows.First().Row, StringComparer.Ordinal);

    private static string VersionOf(OfferEntry entry) => OfferMerge.StampOf(entry)[..VersionLength];

    private static EntrySheet Sheet(TableRow row, List<string> names, Offer known, IReadOnlyList<string> languages)
    {
        var at = names.IndexOf("code");
        var stored = at < row.Cells.Count ? known.Entry(row.Cells[at].Trim()) : null;
        var sheet = stored is null ? EntrySheet.Blank(languages) : EntrySheet.Of(stored, languages);
        for (var i = 0; i < names.Count; i++)
            if (names[i].Length > 0) Put(sheet, names[i], i < row.Cells.Count ? VisibleText.Of(row.Cells[i]).Trim() : "");
        if (sheet["code"].Length == 0) sheet["code"] = string.Create(CultureInfo.InvariantCulture, $"{EntrySheet.Unnamed}{row.Line}");
        return sheet;
    }

    private static string Cell(EntrySheet sheet, string column)
    {
        if (column == Develops) return string.Join(' ', sheet.Fields.Where(f => f.StartsWith(EntrySheet.Develops, StringComparison.Ordinal)).Select(f => $"{f[EntrySheet.Develops.Length..]}:{sheet[f]}"));
        if (column.StartsWith(Documents, StringComparison.Ordinal)) return string.Join(' ', sheet.DocumentPlaces.Select(place => sheet[EntrySheet.Document(place, column[(Documents.Length + 1)..])]));
        return sheet[column];
    }

    private static void Put(EntrySheet sheet, string column, string cell)
    {
        if (column == Develops) PutDevelops(sheet, cell);
        else if (column.StartsWith(Documents, StringComparison.Ordinal)) PutDocuments(sheet, column[(Documents.Length + 1)..], cell);
        else if (column is "team" or "users" or "online" or "withdrawn") sheet[column] = Yes.Contains(cell, StringComparer.OrdinalIgnoreCase) ? "true" : No.Contains(cell, StringComparer.OrdinalIgnoreCase) ? "" : cell;
        else sheet[column] = column == "amount" ? cell.Replace(',', '.') : column == "languages" ? cell.Replace(';', ' ').Replace(',', ' ') : cell;
    }

    private static void PutDevelops(EntrySheet sheet, string cell)
    {
        foreach (var field in sheet.Fields.Where(f => f.StartsWith(EntrySheet.Develops, StringComparison.Ordinal)).ToList()) sheet[field] = "";
        // Codes have no space; names have, and are apart by semicolons.
        var parts = cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(part => IsCodes(part) ? part.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) : [part]);
        foreach (var part in parts)
            sheet[EntrySheet.Develops + part.Split(':')[0].Trim()] = part.Split(':', 2) is [_, var levels] ? levels.Trim() : part;
    }

    private static bool IsCodes(string part) => part.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).All(code => code.Contains(':', StringComparison.Ordinal) && code[^1] != ':' && code[0] != ':');

    private static void PutDocuments(EntrySheet sheet, string language, string cell)
    {
        foreach (var place in sheet.DocumentPlaces) sheet[EntrySheet.Document(place, language)] = "";
        foreach (var (place, name) in cell.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Index()) sheet[EntrySheet.Document(place, language)] = name;
    }

    private static IEnumerable<string> In(IReadOnlyList<string> languages, params string[] texts) => texts.SelectMany(text => languages.Select(language => $"{text}.{language}"));
}
