using System.Globalization;
using Diapason.Text;
using Microsoft.AspNetCore.Http;

namespace Diapason.Learning.Sessions;

/// <summary>A session as it is typed: one text a field, <c>title.fr</c>, <c>meetings.0.day</c>. What is refused comes back as it was.</summary>
internal sealed class SessionSheet(IReadOnlyList<string> languages)
{
    private const int MorePlaces = 2;
    private const int LongestKept = 20_000;
    private static readonly string[] Said = ["title", "text", "access"];
    private static readonly string[] Plain = ["entry", "competency", "provider", "contact", "format", "place", "join", "region", "language", "seats", "price", "aided", "until"];
    private static readonly string[] OfMeeting = ["day", "start", "end"];
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Languages { get; } = languages;

    /// <summary>The language in which a session is always said: French, which the others are shown in while they are not; the council's first where it does not speak it.</summary>
    public string Asked => Languages.Contains(LocalizedText.FrenchCode) ? LocalizedText.FrenchCode : Languages[0];

    /// <summary>Empty when nothing is typed.</summary>
    public string this[string field]
    {
        get => _values.GetValueOrDefault(field, "");
        set => _values[field] = value;
    }

    /// <summary>Places for meetings: those written, and a few more.</summary>
    public int Places => Math.Min(SessionContent.MostMeetings, Written().DefaultIfEmpty(-1).Max() + 1 + MorePlaces);

    /// <summary>Places in which something is written.</summary>
    public IEnumerable<int> Written() => Enumerable.Range(0, SessionContent.MostMeetings).Where(place => OfMeeting.Any(part => this[At(place, part)].Length > 0));

    public static string At(int place, string part) => string.Create(CultureInfo.InvariantCulture, $"meetings.{place}.{part}");

    public LocalizedText Text(string field) => LocalizedText.Of(Languages.Select(language => (language, (string?)this[$"{field}.{language}"])));

    public static SessionSheet Of(SessionContent content, IReadOnlyList<string> languages)
    {
        var sheet = new SessionSheet(languages);
        foreach (var (field, text) in new[] { ("title", content.Title), ("text", content.Text), ("access", content.Accessibility) })
            foreach (var (language, said) in text.All) sheet[$"{field}.{language}"] = said;
        (sheet["entry"], sheet["competency"], sheet["provider"], sheet["contact"]) = (content.Entry ?? "", content.Competency, content.Provider, content.Contact);
        (sheet["format"], sheet["place"], sheet["join"], sheet["region"], sheet["language"]) = (content.Format.ToString(), content.Place, content.Join, content.Region ?? "", content.Language);
        (sheet["seats"], sheet["price"], sheet["aided"]) = (content.Seats.ToString(CultureInfo.InvariantCulture), Dollars(content.Cents), content.AidedCents is { } aided ? Dollars(aided) : "");
        sheet["until"] = content.Until is { } until ? Day(until) : "";
        for (var i = 0; i < content.Meetings.Count; i++)
            (sheet[At(i, "day")], sheet[At(i, "start")], sheet[At(i, "end")]) = (Day(content.Meetings[i].Day), Time(content.Meetings[i].Start), Time(content.Meetings[i].End));
        return sheet;
    }

    /// <summary>Every field, whether something is typed in it or not.</summary>
    private static IEnumerable<string> Fields(IReadOnlyList<string> languages) =>
        Said.SelectMany(said => languages.Select(language => $"{said}.{language}")).Concat(Plain).Concat(Enumerable.Range(0, SessionContent.MostMeetings).SelectMany(place => OfMeeting.Select(part => At(place, part))));

    /// <summary>The fields in which another version says something else.</summary>
    public IEnumerable<string> Differing(SessionSheet other) => Fields(Languages).Where(field => this[field].ReplaceLineEndings("\n") != other[field].ReplaceLineEndings("\n"));

    public static SessionSheet Read(IFormCollection form, IReadOnlyList<string> languages)
    {
        var sheet = new SessionSheet(languages);
        foreach (var field in Fields(languages))
        {
            var typed = form[field].ToString().Trim();
            sheet[field] = typed.Length > LongestKept ? typed[..LongestKept] : typed;
        }

        return sheet;
    }

    private static string Dollars(int cents) => cents % 100 == 0 ? (cents / 100).ToString(CultureInfo.InvariantCulture) : (cents / 100m).ToString("0.00", CultureInfo.CurrentCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
