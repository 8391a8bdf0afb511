using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Consultations.Running;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Front;

/// <summary>What a campaign asks of those who run it between its opening and its end: people to invite, a reminder, a group to reach, addresses that are about to go.</summary>
internal sealed class RunningDesk(ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, CampaignRunners runners, IEnumerable<IMissingGroups> missing, Texts<ConsultationsModule> texts, TimeProvider clock) : IStaffDesk
{
    /// <summary>Days after a sending from which those who have not answered may be reminded.</summary>
    private const int Patience = 7;

    /// <summary>Days before the end, from which a reminder comes too late.</summary>
    private const int TooLate = 2;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => CampaignDays.DayOf(Now);

    public async ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel)
    {
        var mine = await runners.OfAsync(who, cancel);
        var things = new List<ThingToDo>();
        foreach (var campaign in (await campaigns.AllAsync(council.Id, cancel)).Where(c => who.Holds(Roles.Administrator) || mine.Contains(c.Id.Value)))
        {
            var state = campaign.StateAt(Now);
            if (state == CampaignState.Open && !who.ReadsAnswers && await ToReachAsync(campaign, cancel) is { } reach) things.Add(reach);
            if (campaign.Anonymity == Anonymity.Anonymous) continue;
            if (state == CampaignState.Open && await ToWriteAsync(campaign, cancel) is { } write) things.Add(write);
            if (state == CampaignState.Closed && await ToDestroyAsync(campaign, cancel) is { } destroy) things.Add(destroy);
        }

        return new DeskSheet { ToDo = things };
    }

    /// <summary>Analysts and administrators are told by the study itself.</summary>
    private async Task<ThingToDo?> ToReachAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        foreach (var module in missing)
            if (await module.OfAsync(campaign, cancel) is [var first, ..])
                return Thing(campaign, "reach", Today.AddDays(Patience), ConsultationsLinks.Following(campaign.Id.Value), first.Name);
        return null;
    }

    private async Task<ThingToDo?> ToWriteAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        var id = campaign.Id.Value;
        var waves = await db.Set<InvitationWave>().AsNoTracking().Where(w => w.CampaignId == id).Select(w => new { w.StartedOn, w.IsDone }).ToListAsync(cancel);
        if (waves.Any(w => !w.IsDone)) return null;
        if (await InvitationLists.For(db.Set<Invitation>(), id, MailKind.Invitation).CountAsync(cancel) is > 0 and var waiting)
            return Thing(campaign, "invite", CampaignDays.DayOf(campaign.OpensAt ?? Now), ConsultationsLinks.Invitations(id), waiting);
        if (waves.Count == 0) return null;
        var (sent, due) = (waves.Max(w => w.StartedOn), waves.Max(w => w.StartedOn).AddDays(Patience));
        if (CampaignDays.LastOf(campaign.ClosesAt) is { } last && last.AddDays(-TooLate) < (due > Today ? due : Today)) return null;
        if (!await InvitationLists.For(db.Set<Invitation>(), id, MailKind.Reminder).AnyAsync(cancel)) return null;
        // Told ahead, so that its words are ready on the day.
        return due > Today
            ? Thing(campaign, "remind_soon", due, ConsultationsLinks.Message(id, nameof(MailKind.Reminder)), LocalDates.InWords(sent))
            : Thing(campaign, "remind", due, ConsultationsLinks.Wave(id, nameof(MailKind.Reminder)), LocalDates.InWords(sent));
    }

    private async Task<ThingToDo?> ToDestroyAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        var id = campaign.Id.Value;
        if (campaign.ClosedAt is not { } closed || await db.Set<Invitation>().CountAsync(i => i.CampaignId == id, cancel) is not (> 0 and var addresses)) return null;
        var days = await db.Set<InvitationList>().Where(l => l.CampaignId == id).Select(l => (int?)l.KeptDays).SingleOrDefaultAsync(cancel) ?? InvitationList.DefaultDays;
        var last = CampaignDays.LastOf(closed)!.Value.AddDays(days);
        return Thing(campaign, "addresses", last, ConsultationsLinks.Invitations(id), addresses, LocalDates.InWords(last));
    }

    private ThingToDo Thing(CampaignFacts campaign, string what, DateOnly day, PageLink link, params object[] facts) => new()
    {
        Day = day,
        Kind = texts[$"desk.{what}"],
        Fact = texts[$"desk.{what}_fact", [campaign.Title.Here, .. facts]],
        Consequence = texts[$"desk.{what}_consequence"],
        Act = texts[$"desk.{what}_act"],
        Link = link,
        Policy = CampaignRights.Runner,
    };
}
