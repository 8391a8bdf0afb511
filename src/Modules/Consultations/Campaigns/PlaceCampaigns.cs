using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Campaigns;

/// <summary>Settles in which order campaigns stand on the home page and on the programme. Those that are not named keep their place after them.</summary>
internal sealed class PlaceCampaigns(DiapasonDb db, CampaignDirectory directory, CurrentCouncil council, AuditTrail audit)
{
    /// <param name="first">Campaigns of the council, the first one first.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Outcome> RunAsync(IReadOnlyList<Guid> first, CancellationToken cancel)
    {
        var all = await db.Set<Campaign>().ToListAsync(cancel);
        if (first.Any(id => all.TrueForAll(c => c.Id != id))) return Problem.Absent();
        var moved = false;
        foreach (var campaign in all)
        {
            var place = first.Index().Where(i => i.Item == campaign.Id).Select(i => i.Index + 1).FirstOrDefault(first.Count + 1);
            moved |= campaign.Place != place;
            campaign.Place = place;
        }

        if (moved) audit.Record(new Placed(council.Id));
        return await directory.SaveAsync(db, cancel);
    }

    /// <summary>Another campaign comes first for the public.</summary>
    [Recorded("council.campaigns_placed", "council")]
    internal sealed record Placed(Guid Subject) : Act(Subject);
}
