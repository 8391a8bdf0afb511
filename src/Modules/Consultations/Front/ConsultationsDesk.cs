using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Running;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;

namespace Diapason.Consultations.Front;

/// <summary>What consultations ask of those who work for the council: open, make known, extend, read.</summary>
internal sealed class ConsultationsDesk(ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, CampaignRunners runners, ModuleCatalog modules, Texts<ConsultationsModule> texts, TimeProvider clock) : IStaffDesk
{
    /// <summary>Days before its end from which a consultation is a thing to do, and after it, from which it no longer is.</summary>
    private const int Near = 14;

    /// <summary>Days after its end until which those who ran a consultation are told where its answers are to be asked for.</summary>
    private const int Asked = 42;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => CampaignDays.DayOf(Now);

    public async ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel)
    {
        var ours = (await campaigns.AllAsync(council.Id, cancel)).ToList();
        var things = new List<ThingToDo>();
        var mine = await runners.OfAsync(who, cancel);
        foreach (var campaign in ours) things.AddRange(await ThingsAsync(campaign, (who, who.Holds(Roles.Administrator) || mine.Contains(campaign.Id.Value)), cancel));
        return new DeskSheet
        {
            ToDo = things,
            Year = [.. ours.Where(c => c.OpensAt is not null).Select(Moment)],
            Waiting = Waiting([.. ours.Where(c => c.StateAt(Now) == CampaignState.Open)]),
        };
    }

    private async Task<IReadOnlyList<ThingToDo>> ThingsAsync(CampaignFacts campaign, (StaffMember Who, bool Runs) desk, CancellationToken cancel) => campaign.StateAt(Now) switch
    {
        CampaignState.Planned when desk.Runs => [ToOpen(campaign, desk.Who)],
        CampaignState.Open when LastDay(campaign) is { } day && day <= Today.AddDays(Near) => [await ToCloseAsync(campaign, day, desk, cancel)],
        CampaignState.Open when IsTheirs(desk) => [await ToFollowAsync(campaign, cancel)],
        CampaignState.Closed when desk.Who.ReadsAnswers && LastDay(campaign) is { } day && day >= Today.AddDays(-Near) => [ToRead(campaign, day)],
        CampaignState.Closed when IsTheirs(desk) && campaign.DestroyedAt is null && LastDay(campaign) is { } day && day >= Today.AddDays(-Asked) => [ToAskFor(campaign, day)],
        _ => [],
    };

    /// <summary>They run it without being of those who see every campaign.</summary>
    private static bool IsTheirs((StaffMember Who, bool Runs) desk) => desk.Runs && !desk.Who.ReadsAnswers;

    private ThingToDo ToOpen(CampaignFacts campaign, StaffMember who)
    {
        // What lacks is for administrators to settle: to others the page that opens says what it is.
        var settings = who.Holds(Roles.Administrator) && council.Settings.LackingToOpen.Count > 0 ? modules.Door(Door.Settings) : null;
        return new ThingToDo
        {
            Day = campaign.OpensAt is { } opens ? CampaignDays.DayOf(opens) : Today,
            Kind = texts[settings is null ? "desk.planned" : "desk.lacking"],
            Fact = texts["desk.planned_fact", campaign.Title.Here],
            Consequence = texts[settings is null ? "desk.planned_consequence" : "desk.lacking_consequence"],
            Act = texts[settings is null ? "desk.open" : "desk.settle"],
            Link = settings ?? ConsultationsLinks.Open(campaign.Id.Value),
            Policy = settings is null ? CampaignRights.Runner : Policies.CouncilAdministrator,
        };
    }

    private async Task<ThingToDo> ToCloseAsync(CampaignFacts campaign, DateOnly day, (StaffMember Who, bool Runs) desk, CancellationToken cancel)
    {
        var mayExtend = desk.Runs;
        var sent = desk.Who.ReadsAnswers || desk.Runs ? (await CampaignCounts.OfAsync(db, campaign.Id.Value, cancel)).Sent : (int?)null;
        return new ThingToDo
        {
            Day = day,
            Kind = texts["desk.closing"],
            Fact = sent is { } count ? texts["desk.counted_fact", campaign.Title.Here, count] : texts["desk.closing_title", campaign.Title.Here],
            Consequence = texts["desk.closing_consequence"],
            Act = texts[mayExtend ? "desk.extend" : "desk.share"],
            Link = mayExtend ? ConsultationsLinks.Extend(campaign.Id.Value) : ConsultationsLinks.Share,
            Policy = mayExtend ? CampaignRights.Runner : Policies.Backstage,
        };
    }

    /// <summary>Open for long yet: how it goes, at its last day or, where it has none, within two weeks.</summary>
    private async Task<ThingToDo> ToFollowAsync(CampaignFacts campaign, CancellationToken cancel) => new()
    {
        Day = LastDay(campaign) ?? Today.AddDays(Near),
        Kind = texts["desk.open_now"],
        Fact = texts["desk.counted_fact", campaign.Title.Here, (await CampaignCounts.OfAsync(db, campaign.Id.Value, cancel)).Sent],
        Consequence = texts["desk.open_now_consequence"],
        Act = texts["desk.follow"],
        Link = ConsultationsLinks.Following(campaign.Id.Value),
        Policy = CampaignRights.Runner,
    };

    private ThingToDo ToAskFor(CampaignFacts campaign, DateOnly closed) => Closed(campaign, closed, "desk.closed_ask", "desk.closed_ask_act", CampaignRights.Runner);

    private ThingToDo ToRead(CampaignFacts campaign, DateOnly closed) => Closed(campaign, closed, "desk.closed_consequence", "desk.read", Policies.CouncilAnalyst);

    private ThingToDo Closed(CampaignFacts campaign, DateOnly closed, string consequence, string act, string policy) => new()
    {
        Day = Today,
        Kind = texts["desk.closed"],
        Fact = texts["desk.closed_fact", campaign.Title.Here, LocalDates.InWords(closed)],
        Consequence = texts[consequence],
        Act = texts[act],
        Link = ConsultationsLinks.ManageCampaign(campaign.Id.Value),
        Policy = policy,
    };

    private YearMoment Moment(CampaignFacts campaign)
    {
        var opens = CampaignDays.DayOf(campaign.OpensAt!.Value);
        return LastDay(campaign) is { } last
            ? new YearMoment(opens, last < opens ? opens : last, campaign.Title.Here)
            : new YearMoment(opens, Today > opens ? Today : opens, campaign.Title.Here, texts["desk.no_end", LocalDates.InWords(opens)]);
    }

    private Dictionary<string, string> Waiting(IReadOnlyList<CampaignFacts> open)
    {
        var waiting = new Dictionary<string, string>(StringComparer.Ordinal);
        if (open.Select(LastDay).OfType<DateOnly>().Order().FirstOrDefault() is var first && first != default)
            waiting[ConsultationsLinks.Manage.Page] = waiting[ConsultationsLinks.Share.Page] = first == Today ? texts["desk.last_day"] : texts["desk.days", first.DayNumber - Today.DayNumber];
        return waiting;
    }

    private static DateOnly? LastDay(CampaignFacts campaign) => (campaign.ClosedAt ?? campaign.ClosesAt) is { } end ? CampaignDays.DayOf(end.AddTicks(-1)) : null;
}
