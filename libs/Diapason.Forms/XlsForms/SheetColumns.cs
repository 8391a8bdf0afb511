using System.Text;

namespace Diapason.Forms;

/// <summary>The columns of one sheet: their plain names, and the language of each text.</summary>
internal sealed class SheetColumns
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["caption"] = "label",
        ["relevance"] = "relevant",
        ["calculate"] = "calculation",
        ["value"] = "name",
        ["list name"] = "list_name",
        ["listname"] = "list_name",
        ["list"] = "list_name",
        ["choice filter"] = "choice_filter",
        ["constraint message"] = "constraint_message",
        ["constraint_msg"] = "constraint_message",
        ["constraintmsg"] = "constraint_message",
        ["requiredmsg"] = "required_message",
        ["required message"] = "required_message",
        ["readonly"] = "read_only",
        ["repeat count"] = "repeat_count",
        ["count"] = "repeat_count",
        ["command"] = "type",
        ["bind::relevant"] = "relevant",
        ["bind::constraint"] = "constraint",
        ["bind::calculate"] = "calculation",
        ["bind::required"] = "required",
        ["control::appearance"] = "appearance",
        ["title"] = "form_title",
        ["id_string"] = "form_id",
        ["guidance hint"] = "guidance_hint",
    };

    private static readonly HashSet<string> Translated = new(StringComparer.Ordinal) { "label", "hint", "constraint_message", "required_message", "guidance_hint", "form_title", "image", "image_alt" };
    private readonly Dictionary<string, List<(int Index, string? Language)>> _columns = new(StringComparer.Ordinal);

    private SheetColumns(string sheet, FormRow? header) => (Sheet, Header) = (sheet, header);

    public string Sheet { get; }

    private FormRow? Header { get; }

    /// <summary>Each column with its plain name, in the order of the sheet.</summary>
    public IEnumerable<(string Name, int Index)> All => _columns.SelectMany(named => named.Value.Select(column => (named.Key, column.Index))).OrderBy(column => column.Index);

    /// <summary>The languages of its texts, a text of no language as "".</summary>
    public IEnumerable<string> Languages => _columns.Where(named => Translated.Contains(named.Key) && named.Key != "image").SelectMany(named => named.Value).Select(column => column.Language ?? "").Distinct();

    public static SheetColumns Read(FormSheet? sheet, FormReport report)
    {
        var columns = new SheetColumns(sheet?.Name ?? "", sheet?.Rows is [var first, ..] ? first : null);
        foreach (var (index, cell) in (columns.Header?.Cells ?? []).Index()) columns.Add(index, cell.Trim(), report);
        return columns;
    }

    public bool Has(string name) => _columns.ContainsKey(name);

    /// <summary>The name of a column as the form wrote it.</summary>
    public string Written(string name) => _columns.TryGetValue(name, out var found) ? Header!.Cells[found[0].Index].Trim() : name;

    public string WrittenAt(int index) => Header!.Cells[index].Trim();

    /// <summary>The cell of a column, without the blanks around; "" when there is none.</summary>
    public string Cell(FormRow row, string name) => _columns.TryGetValue(name, out var found) ? At(row, found[0].Index) : "";

    public static string At(FormRow row, int index) => index < row.Cells.Count ? Clean(row.Cells[index]).Trim() : "";

    // Controls and halves of characters, which no text holds and no file keeps.
    private static string Clean(string cell)
    {
        if (!cell.Any(c => char.IsSurrogate(c) || (char.IsControl(c) && c is not ('\n' or '\t')))) return cell;
        return string.Concat(cell.EnumerateRunes().Select(rune => Rune.IsControl(rune) && rune.Value is not ('\n' or '\t') ? " " : rune.ToString()));
    }

    /// <summary>The texts of a column by language; that of no language goes to the main one.</summary>
    public Dictionary<string, string> Texts(FormRow row, string name, string main)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!_columns.TryGetValue(name, out var found)) return texts;
        foreach (var (index, language) in found)
            if (At(row, index) is { Length: > 0 } text) texts[language ?? main] = text;
        return texts;
    }

    private void Add(int index, string written, FormReport report)
    {
        if (written.Length == 0) return;
        var parts = written.Split("::", StringSplitOptions.TrimEntries);
        if (parts is [var media, _, ..] && media.Equals("media", StringComparison.OrdinalIgnoreCase)) parts = parts[1..];
        if (parts.Length == 1 && written.Split(':', StringSplitOptions.TrimEntries) is [var before, var after] && Translated.Contains(Plain(before))) parts = [before, after];
        var language = parts.Length > 1 && Translated.Contains(Plain(parts[0])) ? FormLanguages.Code(parts[1]) : null;
        if (language is null && parts.Length > 1 && Translated.Contains(Plain(parts[0])))
        {
            report.Add(FormOutcome.NotCarried, Sheet, Header!.Line, written, FormNoticeCodes.LanguageUnknown, ("name", parts[1]));
            return;
        }

        var name = language is null ? Plain(string.Join("::", parts)) : Plain(parts[0]);
        var known = _columns.TryGetValue(name, out var same) ? same : _columns[name] = [];
        if (known.Any(column => column.Language == language)) report.Add(FormOutcome.Error, Sheet, Header!.Line, written, FormNoticeCodes.ColumnTwice);
        else known.Add((index, language));
    }

    private static string Plain(string written) => Aliases.TryGetValue(written.ToLowerInvariant(), out var plain) ? plain : written.ToLowerInvariant();
}
