using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Targets;

/// <summary>Sets the targets of a campaign, those that are named: nought takes one away, and those that are not named stay. One that changes is to be seen reached again.</summary>
internal sealed class KeepTargets(DiapasonDb db, AuditTrail? audit = null)
{
    /// <returns>How many changed.</returns>
    public async Task<Outcome<int>> RunAsync(Guid campaignId, IReadOnlyList<TargetSheet> sheets, CancellationToken cancel)
    {
        if (sheets.Select(sheet => sheet.Judge(FieldOf(sheet.Group))).OfType<Problem>().FirstOrDefault() is { } wrong) return wrong;
        if (await db.Set<Campaign>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == campaignId, cancel) is not { } campaign) return Problem.Absent();
        var known = await db.Set<FieldTarget>().Where(t => t.CampaignId == campaignId).ToDictionaryAsync(t => t.GroupCode, StringComparer.Ordinal, cancel);
        if (sheets.Any(sheet => sheet.Was is { } was && was != (known.GetValueOrDefault(sheet.Group)?.Answers ?? 0))) return Problem.Lost("targets.changed_meanwhile");
        var changed = sheets.Count(sheet => Put(campaign, sheet, known.GetValueOrDefault(sheet.Group)));
        if (changed == 0) return 0;
        if (known.Count + sheets.Count(sheet => sheet.Answers > 0 && !known.ContainsKey(sheet.Group)) > TargetSheet.MostTargets) return Problem.Invalid("targets.too_many", null, ("line", 0), ("most", TargetSheet.MostTargets));
        audit?.Record(new TargetActs.Set(campaignId, changed));
        try
        {
            await db.SaveChangesAsync(cancel);
            return changed;
        }
        catch (DbUpdateException)
        {
            // Two people at once on one group: the first has said how many.
            return Problem.Lost("targets.changed_meanwhile");
        }
    }

    /// <summary>Says that what is reached was seen.</summary>
    public async Task<Outcome> SeeAsync(Guid campaignId, IReadOnlyCollection<string> groups, DateOnly today, CancellationToken cancel)
    {
        await db.Set<FieldTarget>().Where(t => t.CampaignId == campaignId && t.SeenOn == null && groups.Contains(t.GroupCode)).ExecuteUpdateAsync(set => set.SetProperty(t => t.SeenOn, today), cancel);
        return Outcome.Done;
    }

    /// <summary>The field of a group on the page.</summary>
    public static string FieldOf(string group) => $"target.{group}";

    private bool Put(Campaign campaign, TargetSheet sheet, FieldTarget? known)
    {
        if ((known?.Answers ?? 0) == sheet.Answers) return false;
        if (known is null) db.Add(new FieldTarget { CampaignId = campaign.Id, GroupCode = sheet.Group, CouncilId = campaign.CouncilId, Answers = sheet.Answers });
        else if (sheet.Answers == 0) db.Remove(known);
        else (known.Answers, known.SeenOn) = (sheet.Answers, null);
        return true;
    }
}

/// <summary>What is done to targets, as the trail keeps it.</summary>
internal static class TargetActs
{
    [Recorded("campaign.targets_set", "campaign")]
    internal sealed record Set(Guid Subject, int Changed) : Act(Subject);
}
