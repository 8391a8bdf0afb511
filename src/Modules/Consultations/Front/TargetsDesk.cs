using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Running;
using Diapason.Consultations.Targets;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;

namespace Diapason.Consultations.Front;

/// <summary>Tells those who run an open campaign which of its targets is far behind, and which are reached until somebody says they saw it.</summary>
internal sealed class TargetsDesk(ICampaigns campaigns, CurrentCouncil council, CampaignRunners runners, ReadTargets read, TargetWords words, Texts<ConsultationsModule> texts, TimeProvider clock) : IStaffDesk
{
    /// <summary>Names told of what is reached; the others are counted.</summary>
    private const int Named = 3;

    public async ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel)
    {
        var (mine, now, things) = (await runners.OfAsync(who, cancel), clock.GetUtcNow().UtcDateTime, new List<ThingToDo>());
        foreach (var campaign in (await campaigns.AllAsync(council.Id, cancel)).Where(c => who.Holds(Roles.Administrator) || mine.Contains(c.Id.Value)))
        {
            if (campaign.StateAt(now) != CampaignState.Open) continue;
            var targets = await read.OfAsync(campaign, cancel);
            if (targets.FirstOrDefault(one => one.Stands == Standing.FarBehind) is { } behind)
                things.Add(Thing(campaign, "behind", ConsultationsLinks.Following(campaign.Id.Value).At("cibles"), behind.Name, words.Answered(behind), TargetWords.Number(behind.Target)));
            if (targets.Where(one => one is { Stands: Standing.Reached, SeenOn: null }).Select(one => one.Name).ToList() is { Count: > 0 } reached)
                things.Add(Thing(campaign, reached.Count == 1 ? "reached_one" : "reached", ConsultationsLinks.Targets(campaign.Id.Value), Names(reached)));
        }

        return new DeskSheet { ToDo = things };
    }

    private string Names(List<string> names) => string.Join(", ", names.Take(Named)) is var told && names.Count > Named ? texts["targets.and_others", told, names.Count - Named] : told;

    private ThingToDo Thing(CampaignFacts campaign, string what, PageLink link, params object[] facts) => new()
    {
        Day = CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime),
        Kind = texts["desk.target_" + what],
        Fact = texts[$"desk.target_{what}_fact", [campaign.Title.Here, .. facts]],
        Consequence = texts[$"desk.target_{what}_consequence"],
        Act = texts[$"desk.target_{what}_act"],
        Link = link,
        Policy = CampaignRights.Runner,
    };
}
