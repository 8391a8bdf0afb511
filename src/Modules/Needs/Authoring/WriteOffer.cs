using System.Text;
using Diapason.Needs.Reference;

namespace Diapason.Needs.Authoring;

/// <summary>Where a line of <see cref="WriteOffer"/> comes from: which row of what was sent, and which field.</summary>
internal sealed record OfferPlace(int Row, string Field);

/// <summary>
/// Writes an offer as a kit's <c>offer.yaml</c>, one value a line, and remembers the field of each line: the reader of kits then judges forms and tables as it
/// judges kits, and what it finds wrong is told at its field.
/// </summary>
internal sealed class WriteOffer
{
    private readonly StringBuilder _text = new();
    private readonly List<OfferPlace?> _places = [];
    private int _row;
    private string _indent = "";

    /// <summary>The lines written so far.</summary>
    public string Text => _text.ToString();

    /// <summary>The place of a line, from one; null for those that come from no field.</summary>
    public OfferPlace? At(int line) => line >= 1 && line <= _places.Count ? _places[line - 1] : null;

    /// <summary>The whole of an offer: what it exports, it reads back the same.</summary>
    public static string Of(Offer offer, IReadOnlyList<string> languages)
    {
        var write = new WriteOffer();
        write.Head(offer);
        foreach (var entry in offer.Entries) write.Entry(EntrySheet.Of(entry, languages), 0);
        return write.Text;
    }

    public void Head(Offer offer)
    {
        Line("", "# yaml-language-server: $schema=../schema/offer.schema.json");
        Value("version", offer.Version);
        Line("synthetic", "synthetic: " + (offer.IsSynthetic ? "true" : "false"));
        Line("prices", "prices:");
        foreach (var price in offer.Prices)
        {
            Line("prices", $"  - code: {Quoted(price.Code)}");
            Line("prices", $"    costs: {SnakeCase.Of(price.Costs)}");
            Line("prices", "    name:");
            foreach (var (language, said) in price.Name.All) Line("prices", $"      {language}: {Quoted(said)}");
        }

        Line("entries", "entries:");
    }

    /// <param name="sheet">What is typed; what must be there is written even when it is not, so that it is missed at its own line.</param>
    /// <param name="row">The row of the table it comes from.</param>
    public void Entry(EntrySheet sheet, int row)
    {
        _row = row;
        Line("code", "  - code: " + Quoted(sheet["code"]));
        _indent = "    ";
        foreach (var field in (string[])["kind", "phase", "minutes", "format", "price", "review"]) Value(field, sheet[field]);
        foreach (var field in (string[])["amount", "licence", "team", "users", "online", "withdrawn"])
            if (sheet[field].Length > 0) Value(field, sheet[field]);
        foreach (var field in (string[])["title", "text"]) Said(sheet, field, always: true);
        foreach (var field in (string[])["words", "provider", "link", "place"]) Said(sheet, field, always: false);
        Contact(sheet);
        Develops(sheet);
        foreach (var field in (string[])["answers", "helps", "dates", "languages", "access"])
            if (sheet.Words(field) is { Count: > 0 } codes) Codes(field, field, codes);
        Suits(sheet);
        Documents(sheet);
        _indent = "";
    }

    private void Said(EntrySheet sheet, string field, bool always)
    {
        if (!always && sheet.Languages.All(language => sheet[$"{field}.{language}"].Length == 0)) return;
        Line($"{field}.{sheet.Languages[0]}", field.Split('.')[^1] + ":");
        foreach (var language in sheet.Languages) Line($"{field}.{language}", $"  {language}: {Quoted(sheet[$"{field}.{language}"])}");
    }

    private void Contact(EntrySheet sheet)
    {
        if (!sheet.Fields.Any(f => f.StartsWith("contact.", StringComparison.Ordinal))) return;
        Line("contact.email", "contact:");
        _indent += "  ";
        Said(sheet, "contact.name", always: true);
        foreach (var (field, key) in new[] { ("contact.email", "email"), ("contact.phone", "phone") })
            if (sheet[field].Length > 0) Line(field, $"{key}: {Quoted(sheet[field])}");
        _indent = "    ";
    }

    private void Develops(EntrySheet sheet)
    {
        var developed = sheet.Fields.Where(f => f.StartsWith(EntrySheet.Develops, StringComparison.Ordinal)).ToList();
        Line("develops", developed.Count == 0 ? "develops: {}" : "develops:");
        foreach (var field in developed) Line(field, $"  {Quoted(field[EntrySheet.Develops.Length..])}: [{string.Join(", ", sheet[field].Split('-').Select(Quoted))}]");
    }

    private void Suits(EntrySheet sheet)
    {
        var suits = EntrySheet.Lists.Where(f => f.StartsWith("suits.", StringComparison.Ordinal) && sheet.Words(f).Count > 0).ToList();
        if (suits.Count == 0) return;
        Line("suits.status", "suits:");
        foreach (var field in suits) Codes(field, "  " + field["suits.".Length..], sheet.Words(field));
    }

    private void Documents(EntrySheet sheet)
    {
        if (sheet.DocumentPlaces is not { Count: > 0 } places) return;
        Line("documents", "documents:");
        foreach (var place in places)
            for (var i = 0; i < sheet.Languages.Count; i++)
            {
                var field = EntrySheet.Document(place, sheet.Languages[i]);
                Line(field, $"  {(i == 0 ? "-" : " ")} {sheet.Languages[i]}: {Quoted(sheet[field])}");
            }
    }

    private void Codes(string field, string key, IEnumerable<string> codes) => Line(field, $"{key}: [{string.Join(", ", codes.Select(Quoted))}]");

    private void Value(string field, string value) => Line(field, $"{field}: {Quoted(value)}");

    private void Line(string field, string line)
    {
        _text.Append(_indent).Append(line).Append('\n');
        _places.Add(field.Length == 0 ? null : new OfferPlace(_row, field));
    }

    /// <summary>Between quotes, whatever it holds, on one line.</summary>
    internal static string Quoted(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF') quoted.Append(c switch { '\n' => "\\n", '\t' => "\\t", _ => " " });
            else quoted.Append(c);
        return quoted.Append('"').ToString();
    }
}
