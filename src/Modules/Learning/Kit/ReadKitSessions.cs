using System.Globalization;
using Diapason.Learning.Sessions;
using Diapason.Platform.Kits;
using Diapason.Text;
using Diapason.Yaml;

namespace Diapason.Learning.Kit;

/// <summary>Reads <c>sessions.yaml</c>. Its days are counted from the day of loading: a demonstration is never over before it begins.</summary>
internal sealed class ReadKitSessions(IReadOnlySet<string> competencies, DateOnly today)
{
    public const string File = "sessions.yaml";
    private const int FarthestDay = 700;

    public static IReadOnlyList<KitSession>? From(KitFolder folder, KitProblems problems, DateOnly today)
    {
        var competencies = folder.ReadYaml("framework.yaml", problems, root => Codes(root));
        return problems.Any ? null : folder.ReadYaml(File, problems, root => root.Coded("sessions", new ReadKitSessions(competencies ?? new HashSet<string>(), today).Session));
    }

    private static HashSet<string> Codes(YamlMap root)
    {
        root.IgnoreRest();
        return [.. root.Items("competencies").Select(competency =>
        {
            competency.IgnoreRest();
            return competency.Text("code");
        })];
    }

    private KitSession Session(YamlMap node, string code)
    {
        var format = node.Word<SessionFormat>("format");
        var content = new SessionContent
        {
            Title = node.Localized("title"),
            Text = node.Localized("text"),
            Accessibility = node.OptionalLocalized("accessibility") ?? LocalizedText.Empty,
            Entry = node.OptionalText("entry"),
            Competency = node.Text("competency"),
            Provider = node.Text("provider"),
            Contact = node.Text("contact"),
            Meetings = [.. node.Items("meetings").Select(Meeting)],
            Format = format,
            Place = format == SessionFormat.Online ? "" : node.Text("place"),
            Region = node.OptionalText("region"),
            Language = node.Text("language"),
            Seats = node.Whole("seats", 1, SessionContent.MostSeats),
            Cents = 100 * node.OptionalWhole("price", 0, (int)SessionContent.MostDollars, 0),
            AidedCents = 100 * node.OptionalWhole("aided", 0, (int)SessionContent.MostDollars),
        };
        if (!competencies.Contains(content.Competency)) node.ReportAt("competency", "session.unknown_code", ("code", content.Competency));
        if (SaveSession.Reserved.Contains(code)) node.ReportAt("code", "session.reserved", ("code", code));
        foreach (var (language, title) in content.Title.All)
            if (title.Length > SessionContent.LongestTitle) node.ReportWithin($"title.{language}", "session.title_long", ("most", SessionContent.LongestTitle));
        if (content.Meetings.Count == 0) node.ReportAt("meetings", "kit.key_missing", ("key", "meetings"));
        return new KitSession(code, content);
    }

    private Meeting Meeting(YamlMap node)
    {
        var day = today.AddDays(node.Whole("in_days", 1, FarthestDay));
        var meeting = new Meeting(day, Time(node, "at"), Time(node, "until"));
        if (meeting.Minutes <= 0) node.ReportAt("until", "session.bad_time", ("time", node.Text("until")));
        return meeting;
    }

    private static TimeOnly Time(YamlMap node, string key)
    {
        var written = node.Text(key);
        if (TimeOnly.TryParseExact(written, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        node.ReportAt(key, "session.bad_time", ("time", written));
        return default;
    }
}
