using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Retention;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Front;

/// <summary>Tells those who hold the answers, weeks ahead, that some are about to be destroyed: time to take a last file, or to be glad of it.</summary>
internal sealed class RetentionDesk(ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, Texts<ConsultationsModule> texts, TimeProvider clock) : IStaffDesk
{
    /// <summary>Days before, from which it is told.</summary>
    internal const int Near = 42;

    public async ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel)
    {
        if (!who.ReadsAnswers) return DeskSheet.Empty;
        var now = clock.GetUtcNow().UtcDateTime;
        var today = CampaignDays.DayOf(now);
        var things = new List<ThingToDo>();
        foreach (var campaign in (await campaigns.AllAsync(council.Id, cancel)).Where(c => c.DestroyedAt is null && c.StateAt(now) == CampaignState.Closed))
        {
            var kept = await db.Set<KeptAnswers>().AsNoTracking().SingleOrDefaultAsync(k => k.CampaignId == campaign.Id.Value, cancel);
            if (RetentionDays.LastOf(campaign, RetentionDays.Months(kept, council.Settings.RetentionMonths)) is { } last && last <= today.AddDays(Near))
                things.Add(Thing(campaign, last, (await CampaignCounts.OfAsync(db, campaign.Id.Value, cancel)).Sent));
        }

        return new DeskSheet { ToDo = things };
    }

    private ThingToDo Thing(CampaignFacts campaign, DateOnly last, int sent) => new()
    {
        Day = last,
        Kind = texts["desk.destroying"],
        Fact = texts["desk.destroying_fact", campaign.Title.Here, sent, LocalDates.InWords(last)],
        Consequence = texts["desk.destroying_consequence"],
        Act = texts["desk.destroying_act"],
        Link = ConsultationsLinks.ManageCampaign(campaign.Id.Value),
        Policy = Policies.CouncilAnalyst,
    };
}
