using System.Globalization;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;

namespace Diapason.Consultations.Front;

/// <summary>Tells those who hold answers that some wait for their judgement.</summary>
internal sealed class ApartDesk(ICampaigns campaigns, CurrentCouncil council, Apart.ReadApart read, Texts<ConsultationsModule> texts, TimeProvider clock) : IStaffDesk
{
    public async ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel)
    {
        if (!who.ReadsAnswers) return DeskSheet.Empty;
        var things = new List<ThingToDo>();
        foreach (var campaign in (await campaigns.AllAsync(council.Id, cancel)).Where(c => c is { OpensAt: not null, DestroyedAt: null }))
        {
            var waiting = (await read.OfAsync(campaign, cancel)).Where(group => group.CanBeJudged && !group.Reason.IsSetAside).Sum(group => group.Answers);
            if (waiting > 0) things.Add(Thing(campaign, waiting));
        }

        return new DeskSheet { ToDo = things };
    }

    private ThingToDo Thing(CampaignFacts campaign, int waiting) => new()
    {
        Day = CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime),
        Kind = texts["desk.apart"],
        Fact = texts["desk.apart_fact", waiting.ToString("N0", CultureInfo.CurrentCulture), campaign.Title.Here],
        Consequence = texts["desk.apart_consequence"],
        Act = texts["apart.judge"],
        Link = ConsultationsLinks.Apart(campaign.Id.Value),
        Policy = Policies.CouncilAnalyst,
    };
}
