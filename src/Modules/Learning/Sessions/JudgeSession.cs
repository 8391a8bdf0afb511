using System.Globalization;
using Diapason.Needs.Contracts;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Text;

namespace Diapason.Learning.Sessions;

/// <summary>Reads what was typed of a session, and says all that is wrong with it, field by field.</summary>
internal sealed class JudgeSession(OfferNames names, DateOnly today, IReadOnlyList<Meeting> before)
{
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Null when something is wrong.</summary>
    public SessionContent? Read(SessionSheet sheet)
    {
        var entry = sheet["entry"].Length == 0 ? null : names.Entry(sheet["entry"]);
        var content = new SessionContent
        {
            Title = Said(sheet, "title", SessionContent.LongestTitle),
            Text = Said(sheet, "text", SessionContent.LongestText),
            Accessibility = Said(sheet, "access", SessionContent.LongestAccess, isAsked: false),
            Entry = sheet["entry"].Length > 0 ? entry?.Code ?? Wrong(Problem.Invalid("session.entry_unknown", "entry")) : null,
            Competency = Competency(sheet["competency"], entry),
            Provider = Line(sheet, "provider", Problem.Invalid("session.provider_missing", "provider")),
            Contact = Line(sheet, "contact", Problem.Invalid("session.contact_missing", "contact")),
            Meetings = Meetings(sheet),
            Format = Enum.TryParse<SessionFormat>(sheet["format"], out var format) && Enum.IsDefined(format) ? format : NoFormat(SessionFormat.Online),
            Place = Line(sheet, "place", sheet["format"] is nameof(SessionFormat.InPerson) or nameof(SessionFormat.Both) ? Problem.Invalid("session.place_missing", "place") : null),
            Join = Join(sheet),
            Region = sheet["region"].Length == 0 ? null : names.Region(sheet["region"])?.Code ?? Wrong(Problem.Invalid("session.region_unknown", "region")),
            Language = sheet.Languages.Contains(sheet["language"]) ? sheet["language"] : Wrong(Problem.Invalid("session.language_missing", "language")),
            Seats = int.TryParse(sheet["seats"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seats) && seats is >= 1 and <= SessionContent.MostSeats ? seats : WrongSeats(),
            Cents = sheet["price"].Length == 0 ? 0 : Cents(sheet, "price"),
            AidedCents = sheet["aided"].Length == 0 ? null : Cents(sheet, "aided"),
            Until = sheet["until"].Length == 0 ? null : Day(sheet["until"]) ?? WrongDay(Problem.Invalid("session.day_wrong", "until")),
        };
        if (content.AidedCents > content.Cents) Wrong(Problem.Invalid("session.aid_too_much", "aided"));
        if (content is { Until: { } until, Meetings: [_, ..] } && until > content.Meetings.Min(m => m.Day)) Wrong(Problem.Invalid("session.until_late", "until"));
        return _problems.Count == 0 ? content.Typeset() : null;
    }

    private LocalizedText Said(SessionSheet sheet, string field, int longest, bool isAsked = true)
    {
        var text = sheet.Text(field);
        // One first: it is there before anybody reads it. What is not said in another language is shown in it, and says so.
        if (isAsked && !text.Has(sheet.Asked)) Wrong(Missing(field, sheet.Asked));
        foreach (var (language, said) in text.All)
            if (said.Length > longest) _problems.Add(Problem.Invalid("session.too_long", $"{field}.{language}", ("most", longest), ("length", said.Length)));
        return text;
    }

    private string Competency(string typed, EntryName? entry)
    {
        if (typed.Length == 0 && entry?.Competencies is [var first, ..]) return first;
        return names.Competency(typed)?.Code ?? Wrong(Problem.Invalid("session.competency_missing", "competency"));
    }

    private string Line(SessionSheet sheet, string field, Problem? missing)
    {
        var line = sheet[field].ReplaceLineEndings(" ");
        if (line.Length == 0 && missing is not null) Wrong(missing);
        if (line.Length > SessionContent.LongestLine) _problems.Add(Problem.Invalid("session.too_long", field, ("most", SessionContent.LongestLine), ("length", line.Length)));
        return line;
    }

    private string Join(SessionSheet sheet)
    {
        var link = Line(sheet, "join", null);
        return link.Length == 0 || (Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.Host.Length > 0) ? link : Wrong(Problem.Invalid("session.join_wrong", "join"));
    }

    private IReadOnlyList<Meeting> Meetings(SessionSheet sheet)
    {
        var meetings = new List<Meeting>();
        foreach (var place in sheet.Written())
        {
            var (day, start, end) = (Day(sheet[SessionSheet.At(place, "day")]), Time(sheet[SessionSheet.At(place, "start")]), Time(sheet[SessionSheet.At(place, "end")]));
            if (day is null) Wrong(Problem.Invalid("session.day_wrong", SessionSheet.At(place, "day")));
            if (start is null) Wrong(Problem.Invalid("session.time_wrong", SessionSheet.At(place, "start")));
            if (end is null) Wrong(Problem.Invalid("session.time_wrong", SessionSheet.At(place, "end")));
            if (day is null || start is null || end is null) continue;
            var meeting = new Meeting(day.Value, start.Value, end.Value);
            if (meeting.Minutes <= 0) Wrong(Problem.Invalid("session.end_first", SessionSheet.At(place, "end")));
            else if (day < today && !before.Contains(meeting)) Wrong(Problem.Invalid("session.day_past", SessionSheet.At(place, "day")));
            else if (day > today.AddYears(3)) Wrong(Problem.Invalid("session.day_far", SessionSheet.At(place, "day")));
            else if (meetings.Exists(other => other.StartsAt() < meeting.EndsAt() && meeting.StartsAt() < other.EndsAt())) Wrong(Problem.Invalid("session.meetings_cross", SessionSheet.At(place, "start")));
            else meetings.Add(meeting);
        }

        if (!sheet.Written().Any()) Wrong(Problem.Invalid("session.meeting_missing", SessionSheet.At(0, "day")));
        return [.. meetings.OrderBy(m => m.Day).ThenBy(m => m.Start)];
    }

    private int Cents(SessionSheet sheet, string field)
    {
        var typed = sheet[field].Replace(',', '.').Replace("$", "", StringComparison.Ordinal).Trim();
        if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars) && dollars <= SessionContent.MostDollars && decimal.Round(dollars, 2) == dollars) return (int)(dollars * 100);
        Wrong(Problem.Invalid("session.price_wrong", field));
        return 0;
    }

    private static DateOnly? Day(string typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary><c>13:30</c> as browsers send it; <c>13 h 30</c>, <c>13h</c> as people write it.</summary>
    private static TimeOnly? Time(string typed)
    {
        var parts = typed.Replace('h', ':').Replace(" ", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Split(':');
        return parts.Length is 1 or 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < 24
            && (parts is [_] or [_, ""] ? 0 : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 60) is var minute and < 60
            ? new TimeOnly(hour, minute) : null;
    }

    private static Problem Missing(string field, string language) => field == "title"
        ? Problem.Invalid("session.title_missing", $"title.{language}")
        : Problem.Invalid("session.text_missing", $"text.{language}");

    private string Wrong(Problem problem)
    {
        _problems.Add(problem);
        return "";
    }

    private DateOnly? WrongDay(Problem problem)
    {
        Wrong(problem);
        return null;
    }

    private int WrongSeats()
    {
        _problems.Add(Problem.Invalid("session.seats_wrong", "seats", ("most", SessionContent.MostSeats)));
        return 1;
    }

    private SessionFormat NoFormat(SessionFormat otherwise)
    {
        Wrong(Problem.Invalid("session.format_missing", "format"));
        return otherwise;
    }
}
