using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Reaching;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Targets;

/// <summary>Says where the targets of a campaign stand, and which groups could have one.</summary>
internal sealed class ReadTargets(DiapasonDb db, NameGroups groups, CurrentCouncil council, TimeProvider clock)
{
    /// <summary>Those that are set, the furthest behind first.</summary>
    public async Task<IReadOnlyList<TargetStanding>> OfAsync(CampaignFacts campaign, CancellationToken cancel) =>
        [.. (await AllAsync(campaign, cancel)).Where(one => one.Target > 0).OrderByDescending(one => one.Stands == Standing.FarBehind).ThenBy(one => (double)(one.Answered ?? 0) / one.Target).ThenBy(one => one.Name, StringComparer.CurrentCulture)];

    /// <summary>Every group of the field with its target, then targets of groups that the study does not know.</summary>
    public async Task<IReadOnlyList<TargetStanding>> AllAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        var targets = await db.Set<FieldTarget>().AsNoTracking().Where(t => t.CampaignId == campaign.Id.Value).ToDictionaryAsync(t => t.GroupCode, StringComparer.Ordinal, cancel);
        var known = (await groups.AllAsync(campaign, cancel)).DistinctBy(group => group.Code).ToList();
        var (elapsed, fewest) = (Elapsed(campaign), Math.Max(Tray.Least, council.Settings.FewestInRow));
        return
        [
            .. known.Select(group => Stand(group, targets.GetValueOrDefault(group.Code), fewest) with { Elapsed = elapsed }),
            .. targets.Values.Where(target => known.TrueForAll(group => group.Code != target.GroupCode)).OrderBy(target => target.GroupCode, StringComparer.Ordinal)
                .Select(target => new TargetStanding(target.GroupCode, "", target.GroupCode, target.Answers, null) { AtMost = 0, SeenOn = target.SeenOn }),
        ];
    }

    private static TargetStanding Stand(FieldGroup group, FieldTarget? target, int fewest)
    {
        var told = group.Answered < fewest ? 0 : group.Answered / TargetSheet.Step * TargetSheet.Step;
        return new(group.Code, group.Of, group.Name, target?.Answers ?? 0, told) { AtMost = told == 0 ? fewest - 1 : told + TargetSheet.Step - 1, SeenOn = target?.SeenOn };
    }

    private double? Elapsed(CampaignFacts campaign)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return campaign is { OpensAt: { } opens, ClosesAt: { } closes } && campaign.StateAt(now) == CampaignState.Open && closes > opens ? (now - opens) / (closes - opens) : null;
    }
}
