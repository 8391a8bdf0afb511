using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Invitations;

/// <summary>Destroys the addresses of a campaign: names, links and states with them. How many there were stays, and the refusals, which no longer know whose they are.</summary>
internal sealed class DestroyAddresses(DiapasonDb db, AuditTrail audit, WriteAheadLog log, TimeProvider clock)
{
    /// <param name="campaignId">The campaign.</param>
    /// <param name="asker">The account that asks; null when their day has come.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Outcome> RunAsync(Guid campaignId, Guid? asker, CancellationToken cancel)
    {
        if (await db.Set<Campaign>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == campaignId, cancel) is not { } campaign) return Problem.Absent();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var list = await InvitationLists.EnsureAsync(db, campaignId, campaign.CouncilId, cancel);
        if (list.DestroyedOn is not null) return InvitationProblems.Destroyed;
        await db.Set<InvitationWave>().Where(w => w.CampaignId == campaignId).ExecuteUpdateAsync(set => set.SetProperty(w => w.IsDone, true), cancel);
        await db.Set<Response>().Where(r => r.CampaignId == campaignId && r.InvitationId != null).ExecuteUpdateAsync(set => set.SetProperty(r => r.InvitationId, (Guid?)null), cancel);
        list.DestroyedLinks = await db.Set<InvitationLink>().Where(l => db.Set<Invitation>().Any(i => i.Id == l.InvitationId && i.CampaignId == campaignId)).ExecuteDeleteAsync(cancel);
        list.Destroyed = await db.Set<Invitation>().Where(i => i.CampaignId == campaignId).ExecuteDeleteAsync(cancel);
        (list.DestroyedOn, list.DestroyedBy) = (CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime), asker);
        list.LeftOver = await LeftAsync(campaignId, cancel);
        audit.Record(new InvitationActs.Destroyed(campaignId, list.Destroyed));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await log.EmptyAsync(CancellationToken.None);
        return Outcome.Done;
    }

    /// <summary>Whatever still names somebody, counted again once all is gone: the certificate says what was found.</summary>
    private async Task<int> LeftAsync(Guid campaignId, CancellationToken cancel) =>
        await db.Set<Invitation>().CountAsync(i => i.CampaignId == campaignId, cancel) + await db.Set<InvitationLink>().CountAsync(l => db.Set<Invitation>().Any(i => i.Id == l.InvitationId && i.CampaignId == campaignId), cancel)
        + await db.Set<Response>().CountAsync(r => r.CampaignId == campaignId && r.InvitationId != null, cancel);
}
