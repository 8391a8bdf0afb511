using System.Globalization;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Diapason.Text;
using Microsoft.AspNetCore.Http;

namespace Diapason.Accounts.Settings;

/// <summary>
/// The council's page as it is typed: one value a field, named as in a kit (<c>contact.email</c>, <c>words.heading.fr</c>), so that what is wrong is kept
/// beside what was typed. Lists have a fixed number of places, those left empty closing up.
/// </summary>
internal sealed class SettingsSheet
{
    public const int FigurePlaces = 4;
    public const int HelpPlaces = 4;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private SettingsSheet(IReadOnlyList<string> languages) => Languages = languages;

    /// <summary>Those in which each text is asked: what is typed among the languages, as soon as it can be read.</summary>
    public IReadOnlyList<string> Languages { get; }

    public string this[string field]
    {
        get => _values.GetValueOrDefault(field, "");
        private set => _values[field] = value;
    }

    /// <summary>Every field that has a value.</summary>
    public IEnumerable<string> Fields => _values.Keys;

    public static SettingsSheet Of(Council council)
    {
        var settings = council.Settings;
        var sheet = new SettingsSheet(settings.Languages);
        sheet.Put("name", council.Name);
        sheet.Put("purpose", council.Purpose);
        sheet.Put("threshold", Write(settings.FewestInRow));
        sheet.Put("small_rows_at_the_close", settings.SmallRowsAtTheClose ? "true" : "");
        sheet.Put("four_eyes", settings.FourEyes ? "true" : "");
        sheet.Put("retention_months", settings.RetentionMonths is { } months ? Write(months) : "");
        sheet.Put("languages", string.Join(", ", settings.Languages));
        sheet.PutContact(settings.Contact);
        sheet.PutWords(settings.Words);
        sheet.Put("look.mark", settings.Look.Mark);
        sheet.Put("look.accent", settings.Look.Accent.ToString());
        if (settings.Study is { } study) sheet.PutStudy(study);
        return sheet;
    }

    public static SettingsSheet Read(IFormCollection form)
    {
        var typed = form["languages"].ToString().Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries);
        var sheet = new SettingsSheet([.. typed.Where(Platform.Language.Languages.IsCode).Distinct()]);
        foreach (var (field, values) in form) sheet._values[field] = values.ToString().Trim().ReplaceLineEndings(" ");
        sheet.CloseUp("study.figures", FigurePlaces, ["percent", "says"]);
        sheet.CloseUp("words.help", HelpPlaces, ["question", "answer"]);
        return sheet;
    }

    /// <summary>The page as it was opened, carried by its form; blank when it carries none.</summary>
    public static SettingsSheet Opened(string carried, IReadOnlyList<string> languages)
    {
        var sheet = new SettingsSheet(languages);
        foreach (var (field, value) in CarriedFields.Read(carried)) sheet[field] = value;
        return sheet;
    }

    public string Carry() => CarriedFields.Write(_values);

    /// <summary>How many places of a list say something; they are its first ones.</summary>
    public int Filled(string list, int places) => Places(list, places).Count();

    /// <summary>Takes what somebody else changed where nothing was changed here, so that saving does not undo it.</summary>
    /// <returns>The fields taken.</returns>
    public IReadOnlyList<string> TakeFrom(SettingsSheet theirs, SettingsSheet opened)
    {
        var merged = new MergedFields();
        foreach (var field in theirs.Fields.ToList()) this[field] = merged.Of(field, this[field], theirs[field], opened[field]);
        return merged.Taken;
    }

    /// <summary>What it asks for; what cannot be read as a number or a day is given a value that will be refused.</summary>
    public CouncilChange Change() => new(Text("name"), Text("purpose"), new CouncilSettings
    {
        RowThreshold = Whole("threshold") ?? 0,
        SmallRowsAtTheClose = this["small_rows_at_the_close"] == "true",
        FourEyes = this["four_eyes"] == "true",
        RetentionMonths = this["retention_months"].Length == 0 ? null : Whole("retention_months") ?? 0,
        Languages = this["languages"].Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries),
        Contact = new()
        {
            Name = Text("contact.name"),
            Email = this["contact.email"],
            Phone = this["contact.phone"],
            Officer = Text("contact.officer"),
            OfficerEmail = this["contact.officer_email"],
        },
        Words = new()
        {
            Heading = Text("words.heading"),
            Promise = Text("words.promise"),
            Description = Text("words.description"),
            Invitation = Text("words.invitation"),
            NextSteps = Text("words.next_steps"),
            Help = [.. Places("words.help", HelpPlaces).Select(place => new HelpAnswer(Text(place + ".question"), Text(place + ".answer")))],
        },
        Look = new() { Mark = this["look.mark"], Accent = Enum.TryParse<CouncilAccent>(this["look.accent"], out var accent) && Enum.IsDefined(accent) ? accent : CouncilAccent.Fir },
        Study = IsStudied ? Study() : null,
    });

    /// <summary>Whether anything is said of a published study.</summary>
    public bool IsStudied => _values.Any(value => value.Key.StartsWith("study.", StringComparison.Ordinal) && value.Value.Length > 0);

    private PublishedStudy Study() => new()
    {
        Lead = Text("study.lead"),
        Source = Text("study.source"),
        Date = DateOnly.TryParseExact(this["study.date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default,
        Link = this["study.link"],
        Figures = [.. Places("study.figures", FigurePlaces).Select(place => new PublishedFigure(Percent(place + ".percent"), Text(place + ".says")))],
    };

    private void PutContact(CouncilContact contact)
    {
        Put("contact.name", contact.Name);
        Put("contact.email", contact.Email);
        Put("contact.phone", contact.Phone);
        Put("contact.officer", contact.Officer);
        Put("contact.officer_email", contact.OfficerEmail);
    }

    private void PutWords(CouncilWords words)
    {
        Put("words.heading", words.Heading);
        Put("words.promise", words.Promise);
        Put("words.description", words.Description);
        Put("words.invitation", words.Invitation);
        Put("words.next_steps", words.NextSteps);
        for (var i = 0; i < words.Help.Count; i++)
        {
            Put(Place("words.help", i) + ".question", words.Help[i].Question);
            Put(Place("words.help", i) + ".answer", words.Help[i].Answer);
        }
    }

    private void PutStudy(PublishedStudy study)
    {
        Put("study.lead", study.Lead);
        Put("study.source", study.Source);
        Put("study.date", study.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Put("study.link", study.Link);
        for (var i = 0; i < study.Figures.Count; i++)
        {
            Put(Place("study.figures", i) + ".percent", study.Figures[i].Percent.ToString(CultureInfo.CurrentCulture));
            Put(Place("study.figures", i) + ".says", study.Figures[i].Says);
        }
    }

    private void Put(string field, string value) => _values[field] = value;

    private void Put(string field, LocalizedText text)
    {
        foreach (var (language, said) in text.All) _values[$"{field}.{language}"] = said;
    }

    private LocalizedText Text(string field) => new(Languages.Select(language => KeyValuePair.Create(language, this[$"{field}.{language}"])));

    private IEnumerable<string> Places(string list, int count) => Enumerable.Range(0, count).Select(i => Place(list, i)).Where(IsFilled);

    private bool IsFilled(string place) => _values.Any(value => value.Key.StartsWith(place + ".", StringComparison.Ordinal) && value.Value.Length > 0);

    /// <summary>Moves what is filled to the first places: a problem then names the place the person sees.</summary>
    private void CloseUp(string list, int count, string[] parts)
    {
        var filled = Places(list, count).Select(place => FieldsOf(place, parts).Select(f => this[f]).ToList()).ToList();
        for (var i = 0; i < count; i++)
            foreach (var (field, part) in FieldsOf(Place(list, i), parts).Select((field, part) => (field, part)))
                _values[field] = i < filled.Count ? filled[i][part] : "";
    }

    private IEnumerable<string> FieldsOf(string place, string[] parts) => parts.SelectMany(part => part == "percent" ? [$"{place}.{part}"] : Languages.Select(language => $"{place}.{part}.{language}"));

    private static string Place(string list, int i) => string.Create(CultureInfo.InvariantCulture, $"{list}.{i}");

    private int? Whole(string field) => int.TryParse(this[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private double Percent(string field) =>
        double.TryParse(this[field].Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);
}
