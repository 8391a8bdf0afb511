using System.Globalization;
using Diapason.Platform.Backstage;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Web.Pages.Backstage;

/// <summary>A stage manager's sheet: what awaits this person, the council's year, the pages by the work they serve.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(Desk desk, CurrentCouncil council, ModuleCatalog modules, Texts<Program> texts, TimeProvider clock) : PageModel
{
    /// <summary>What is shown at once; the rest is behind its number.</summary>
    private const int Most = 6;

    /// <summary>Up to here a number is a word.</summary>
    private const int LargestWord = 10;

    /// <summary>Days from today within which a thing is due soon; what comes later can wait, and says so.</summary>
    private const int Horizon = 14;

    private DeskSheet _sheet = DeskSheet.Empty;

    public DateOnly Today { get; } = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.LocalMoment);

    public IReadOnlyList<ThingToDo> First => [.. Soon.Take(Most)];

    public IReadOnlyList<ThingToDo> Others => [.. _sheet.ToDo.Skip(First.Count)];

    /// <summary>What is due within the horizon, earliest first.</summary>
    private IReadOnlyList<ThingToDo> Soon => [.. _sheet.ToDo.TakeWhile(thing => thing.Day <= Today.AddDays(Horizon))];

    public IReadOnlyDictionary<string, string> Waiting => _sheet.Waiting;

    public CouncilYear Year { get; private set; } = null!;

    public IReadOnlyList<IGrouping<Work, (StaffPage Page, string Text, string Use)>> Pages { get; private set; } = [];

    public bool IsSynthetic => council.Value.IsSynthetic;

    /// <summary>The page asked for before signing in is not theirs: told here, where there is something for them.</summary>
    public bool IsRefused => Request.Query["refused"] == "1";

    public string Kicker
    {
        get
        {
            var weekday = CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(Today.DayOfWeek);
            var day = texts["backstage.day", char.ToUpper(weekday[0], CultureInfo.CurrentCulture) + weekday[1..], LocalDates.InWords(Today)];
            return User.Identity?.Name is { } name && !name.Contains('@', StringComparison.Ordinal) ? texts["backstage.hello", day, name] : day;
        }
    }

    public string Heading
    {
        get
        {
            if (_sheet.ToDo.Count == 0) return texts["backstage.nothing"];
            var first = Earliest(_sheet);
            var soon = Soon.Count;
            if (soon == 0) return texts["backstage.nothing_before", LocalDates.InWords(first)];
            var one = soon == 1;
            var day = LocalDates.InWords(first);
            var when = first < Today ? texts[one ? "backstage.since_one" : "backstage.since", day]
                : first == Today ? texts[one ? "backstage.today_one" : "backstage.today_many"]
                : texts[one ? "backstage.before_one" : "backstage.before", day];
            var count = soon <= LargestWord ? texts["number." + soon.ToString(CultureInfo.InvariantCulture)] : soon.ToString(CultureInfo.CurrentCulture);
            return one ? texts["backstage.heading_one", when] : texts["backstage.heading", count, when];
        }
    }

    public string Lead => texts[LeadOf(_sheet), string.Join(", ", (StaffMember.Of(User, council.Id)?.Roles ?? []).Select(role => modules.Words("role." + role) ?? role))];

    /// <summary>That the rest goes on by itself is said only where nothing is late.</summary>
    private string LeadOf(DeskSheet sheet) =>
        sheet.ToDo.Count > 0 && Earliest(sheet) < Today ? "backstage.lead_late"
        : sheet.IsBehind ? "backstage.lead_role"
        : sheet.ToDo.Count == 0 ? "backstage.lead_nothing" : "backstage.lead";

    /// <summary>What happens today stands before what is late.</summary>
    private static DateOnly Earliest(DeskSheet sheet) => sheet.ToDo.Min(thing => thing.Day);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        _sheet = await desk.OpenAsync(User, cancel);
        Year = CouncilYear.Of(_sheet.Year, Today, texts);
        Pages = [.. (await desk.PagesAsync(User)).GroupBy(page => page.Page.Work)];
    }
}
