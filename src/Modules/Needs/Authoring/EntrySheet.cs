using System.Globalization;
using Diapason.Needs.Reference;
using Diapason.Platform.Web;
using Diapason.Text;
using Microsoft.AspNetCore.Http;

namespace Diapason.Needs.Authoring;

/// <summary>
/// An entry of the offer as it is typed: one text a field, named as in a kit (<c>title.fr</c>, <c>contact.email</c>, <c>develops.limits</c> for <c>0-2</c>). A
/// form, a row of a table and a stored entry all become one; <see cref="WriteOffer"/> writes it as a kit would, and the reader of kits judges it.
/// </summary>
internal sealed class EntrySheet
{
    public const string Develops = "develops.";

    /// <summary>Starts what stands for a code until the title is read.</summary>
    public const string Unnamed = "unnamed-";
    public static readonly IReadOnlyList<string> Said = ["title", "text", "words", "provider", "link", "place", "contact.name"];
    public static readonly IReadOnlyList<string> Lists = ["answers", "helps", "suits.status", "suits.links", "suits.roles", "suits.tasks", "suits.goals", "suits.regions", "suits.disciplines", "access"];
    public static readonly IReadOnlyList<string> Plain = ["code", "kind", "phase", "minutes", "format", "price", "amount", "review", "team", "users", "online", "languages", "withdrawn", "licence", "contact.email", "contact.phone", "dates"];
    private const string Documents = "documents.";
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private EntrySheet(IReadOnlyList<string> languages) => Languages = languages;

    /// <summary>Those in which each text is asked.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>Empty when nothing is said.</summary>
    public string this[string field]
    {
        get => _values.GetValueOrDefault(field, "");
        set => _values[field] = value;
    }

    /// <summary>Fields that say something, in the order they were written.</summary>
    public IEnumerable<string> Fields => _values.Where(pair => pair.Value.Length > 0).Select(pair => pair.Key);

    public IReadOnlyList<string> Words(string field) => Split(this[field]);

    /// <summary>Neither link, contact, document, nor a place with a day.</summary>
    public bool SaysNoWayToAct => this["withdrawn"].Length == 0 && !Says("link.") && !Says("contact.") && !Says(Documents) && !(Says("place.") && this["dates"].Length > 0);

    /// <summary>Two values of a field that say the same: the order of a list is none.</summary>
    public static bool AreSame(string field, string one, string other) =>
        field is "dates" or "languages" || Lists.Contains(field) ? Split(one).ToHashSet(StringComparer.Ordinal).SetEquals(Split(other)) : one.ReplaceLineEndings(" ").Trim() == other.ReplaceLineEndings(" ").Trim();

    /// <summary>Fields that two sheets do not say alike.</summary>
    public IEnumerable<string> Differing(EntrySheet other) => Fields.Union(other.Fields).Where(field => !AreSame(field, this[field], other[field]));

    /// <summary>Places of documents, in order; those of which no language says anything are left out.</summary>
    public IReadOnlyList<int> DocumentPlaces => [.. Fields.Where(f => f.StartsWith(Documents, StringComparison.Ordinal)).Select(f => f.Split('.')[1]).Distinct().Select(n => int.Parse(n, CultureInfo.InvariantCulture)).Order()];

    public static string Document(int place, string language) => string.Create(CultureInfo.InvariantCulture, $"{Documents}{place}.{language}");

    public static EntrySheet Blank(IReadOnlyList<string> languages) => new(languages);

    public static EntrySheet Of(OfferEntry entry, IReadOnlyList<string> languages)
    {
        var sheet = new EntrySheet([.. languages, .. entry.Title.Languages.Except(languages)]);
        var acts = entry.Acts;
        sheet.Put("code", entry.Code).Put("kind", SnakeCase.Of(entry.Kind)).Put("phase", Write(entry.Phase)).Put("minutes", Write(entry.Minutes)).Put("format", SnakeCase.Of(entry.Format));
        sheet.Put("price", entry.Price).Put("amount", entry.Cents is { } cents ? (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture) : "").Put("review", Day(entry.Review));
        sheet.Put("title", entry.Title).Put("text", entry.Text).Put("words", entry.Words).Put("provider", acts.Provider).Put("link", acts.Link);
        sheet.Put("contact.name", acts.Contact?.Name).Put("contact.email", acts.Contact?.Email ?? "").Put("contact.phone", acts.Contact?.Phone ?? "");
        sheet.Put("place", acts.Place).Put("dates", string.Join(' ', acts.Dates.Select(Day))).Put("licence", acts.Licence ?? "");
        foreach (var develops in entry.Develops) sheet.Put(Develops + develops.Competency, string.Create(CultureInfo.InvariantCulture, $"{develops.From}-{develops.To}"));
        sheet.Put("answers", entry.Answers).Put("helps", entry.Helps).Put("team", Flag(entry.IsForTeam)).Put("users", Flag(entry.IsForUsers)).Put("online", Flag(entry.IsOnlineToo)).Put("withdrawn", Flag(entry.IsWithdrawn));
        sheet.Put("suits.status", entry.Suits.Statuses).Put("suits.links", entry.Suits.Links).Put("suits.roles", entry.Suits.Roles);
        sheet.Put("suits.tasks", entry.Suits.Tasks).Put("suits.goals", entry.Suits.Goals).Put("suits.regions", entry.Suits.Regions);
        sheet.Put("suits.disciplines", entry.Suits.Disciplines).Put("languages", entry.Languages).Put("access", [.. entry.Access.Select(SnakeCase.Of)]);
        for (var i = 0; i < acts.Documents.Count; i++)
            foreach (var (language, file) in acts.Documents[i].Files) sheet[Document(i, language)] = file.Name;
        return sheet;
    }

    /// <summary>The form of one entry. Its files were put aside before; what it keeps of those it had is under <c>kept.0.fr</c>.</summary>
    public static EntrySheet Read(IFormCollection form, string code, IReadOnlyList<string> languages)
    {
        var sheet = new EntrySheet(languages);
        foreach (var field in Plain) sheet[field] = form[field].ToString().Trim();
        foreach (var field in Said.SelectMany(said => languages.Select(language => $"{said}.{language}"))) sheet[field] = form[field].ToString().Trim().ReplaceLineEndings(" ");
        foreach (var field in Lists) sheet[field] = string.Join(' ', form[field].OfType<string>());
        foreach (var field in form.Keys.Where(key => key.StartsWith(Develops, StringComparison.Ordinal))) sheet[field] = form[field].ToString();
        sheet["dates"] = string.Join(' ', form.Where(pair => pair.Key.StartsWith("dates.", StringComparison.Ordinal)).Select(pair => pair.Value.ToString().Trim()).Where(day => day.Length > 0));
        foreach (var (field, value) in form.Where(pair => pair.Key.StartsWith("kept.", StringComparison.Ordinal)))
            if (field.Split('.') is [_, var place, var language] && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && form["remove." + place].Count == 0)
                sheet[Document(i, language)] = value.ToString();
        sheet["languages"] = string.Join(' ', form["languages"].OfType<string>());
        sheet["amount"] = sheet["amount"].Replace(',', '.').Replace("$", "", StringComparison.Ordinal).Trim();
        sheet["code"] = code;
        return sheet;
    }

    /// <summary>Boxes come in the order of the page: what the stored entry has keeps its own, which is the order it is said in; what is new comes after.</summary>
    public void KeepOrderOf(EntrySheet stored)
    {
        foreach (var field in Lists)
        {
            var now = Words(field);
            this[field] = string.Join(' ', stored.Words(field).Where(now.Contains).Concat(now.Except(stored.Words(field))));
        }
    }

    /// <summary>The form as it was opened, carried by the form itself; blank when it carries none.</summary>
    public static EntrySheet Opened(string carried, IReadOnlyList<string> languages)
    {
        var sheet = new EntrySheet(languages);
        foreach (var (field, value) in CarriedFields.Read(carried)) sheet[field] = value;
        return sheet;
    }

    public string Carry() => CarriedFields.Write(_values);

    private bool Says(string prefix) => Fields.Any(field => field.StartsWith(prefix, StringComparison.Ordinal));

    private static string[] Split(string value) => value.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);

    private EntrySheet Put(string field, string value)
    {
        _values[field] = value;
        return this;
    }

    private EntrySheet Put(string field, IReadOnlyList<string> codes) => Put(field, string.Join(' ', codes));

    private EntrySheet Put(string field, LocalizedText? text)
    {
        foreach (var (language, said) in text?.All ?? []) _values[$"{field}.{language}"] = said;
        return this;
    }

    private static string Flag(bool value) => value ? "true" : "";

    private static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
