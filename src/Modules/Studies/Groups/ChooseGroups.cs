using Diapason.Consultations.Contracts;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Studies.Data;
using Diapason.Studies.Following;
using Diapason.Studies.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Studies.Groups;

/// <summary>Says by which groups a campaign is followed. Nothing of it is published: whoever answers is weighted by no number of it.</summary>
internal sealed class ChooseGroups(DiapasonDb db, AuditTrail audit)
{
    public async Task<Outcome> RunAsync(CampaignFacts campaign, IReadOnlyList<FollowedGroup> groups, CancellationToken cancel)
    {
        if (groups.Count > FollowedGroup.Most) return Problem.Invalid("groups.too_many", GroupsForm.Questions, ("most", FollowedGroup.Most));
        var content = Study.ToJson(groups);
        var known = await db.Set<StoredGroups>().SingleOrDefaultAsync(g => g.CampaignId == campaign.Id.Value, cancel);
        if (known?.Content == content) return Outcome.Done;
        if (known is null) db.Add(new StoredGroups { CampaignId = campaign.Id.Value, CouncilId = campaign.CouncilId, Content = content });
        else known.Content = content;
        audit.Record(new StudyActs.GroupsChosen(campaign.Id.Value, groups.Count));
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            // Two people at once: the first has said which.
            return Problem.Lost("change.already");
        }
    }
}
