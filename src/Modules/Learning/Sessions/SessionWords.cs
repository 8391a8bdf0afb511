using System.Globalization;
using Diapason.Learning.Data;
using Diapason.Needs.Contracts;
using Diapason.Platform.Language;

namespace Diapason.Learning.Sessions;

/// <summary>What pages and mails say of a session, in the language they are in.</summary>
internal sealed class SessionWords(Texts<LearningModule> texts)
{
    private const int Hour = 60;

    /// <summary>« Le 18 janvier 2027, de 19 h à 21 h ».</summary>
    public string Meeting(Meeting meeting) => texts["session.meeting", LocalDates.InWords(meeting.Day), Clock(meeting.StartsAt()), Clock(meeting.EndsAt())];

    public string Duration(int minutes) =>
        minutes % Hour == 0 ? texts.Count("session.hour", "session.hours", minutes / Hour)
        : minutes < Hour ? texts.Count("session.minute", "session.minutes", minutes)
        : texts["session.hours_minutes", minutes / Hour, (minutes % Hour).ToString("00", CultureInfo.InvariantCulture)];

    /// <summary>« Six heures en trois rencontres ».</summary>
    public string Length(SessionContent content) =>
        content.Meetings.Count == 1 ? Duration(content.Minutes) : texts["session.length", Duration(content.Minutes), content.Meetings.Count];

    public string Where(SessionContent content) => content.Format switch
    {
        SessionFormat.Online => texts["session.online"],
        SessionFormat.InPerson => content.Place,
        _ => texts["session.both", content.Place],
    };

    public string Format(SessionFormat format) => texts["format." + format.ToString().ToLowerInvariant()];

    /// <summary>How somebody could take part.</summary>
    public string Wish(SessionFormat format) => texts["wish." + format.ToString().ToLowerInvariant()];

    /// <summary>Of fewer people, what suits them would be what suits one: only their number is told.</summary>
    public const int LeastAsked = 3;

    /// <summary>« 5 en salle, 2 en ligne, 1 l’un ou l’autre · 7 français, 1 anglais »: numbers, the largest first.</summary>
    public string Asked(Interests.Asked asked) => asked.People < LeastAsked ? texts["lists.asked_few", LeastAsked] : texts["lists.asked_is",
        string.Join(", ", asked.Wishes.OrderByDescending(one => one.Value).Select(one => texts["lists.asked_one", one.Value, texts["asked." + one.Key.ToString().ToLowerInvariant()]])),
        string.Join(", ", asked.Languages.OrderByDescending(one => one.Value).Select(one => texts["lists.asked_one", one.Value, Languages.NameOf(one.Key)]))];

    public static string Language(SessionContent content) => Languages.NameOf(content.Language);

    public string Money(int cents) => cents == 0 ? texts["session.free"] : texts["session.money", Amount(cents)];

    /// <summary>« 45 $ après aide (180 $ sans elle) ».</summary>
    public string Price(SessionContent content) =>
        content.AidedCents is { } aided && aided != content.Cents ? texts["session.aided", Money(aided), Money(content.Cents)] : Money(content.Cents);

    public static string Region(SessionContent content, OfferNames names) => names.Region(content.Region)?.Name.Here ?? "";

    public string Standing(SessionStanding standing) => texts["standing." + standing.ToString().ToLowerInvariant()];

    /// <summary>The last day to sign up.</summary>
    public static string Until(Session session) => LocalDates.LastDay(session.ClosesAt);

    private static string Clock(DateTime moment) => moment.Minute == 0 ? moment.LocalHour : moment.LocalTimeReached;

    private static string Amount(int cents) => (cents / 100m).ToString(cents % 100 == 0 ? "#,0" : "#,0.00", CultureInfo.CurrentCulture);
}
