using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Invitations;

/// <summary>Takes one person out of the list of a campaign: their address, name and links are destroyed, and no mail leaves for them any more. They may be brought again.</summary>
internal sealed class RemoveInvited(DiapasonDb db, AddressHashes hashes, AuditTrail audit, WriteAheadLog log)
{
    /// <summary>By an address as it is typed, for those who may not read the list.</summary>
    public async Task<Outcome> RunAsync(CampaignFacts campaign, string address, CancellationToken cancel)
    {
        var hash = (await hashes.OfAsync(campaign.CouncilId, cancel)).Hash(address);
        var found = await db.Set<Invitation>().AsNoTracking().SingleOrDefaultAsync(i => i.CampaignId == campaign.Id.Value && i.AddressHash == hash, cancel);
        return found is null ? Problem.Invalid("people.unknown", "Address") : await RunAsync(campaign, found.Id, cancel);
    }

    public async Task<Outcome> RunAsync(CampaignFacts campaign, Guid invitation, CancellationToken cancel)
    {
        var ours = db.Set<Invitation>().Where(i => i.CampaignId == campaign.Id.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // In a confidential campaign nothing may tell that they have.
        if (campaign.Anonymity == Anonymity.Nominative && await ours.AnyAsync(i => i.Id == invitation && i.State == InvitationState.Used, cancel)) return Problem.Invalid("people.answered", "Address");
        // Whoever takes out all but a few would know whose the answers are.
        if (campaign.Anonymity == Anonymity.Confidential && await ours.CountAsync(cancel) <= BeginWave.FewestConfidential && await ours.AnyAsync(i => i.State != InvitationState.ToSend, cancel))
            return Problem.Invalid("people.too_few", "Address", ("fewest", BeginWave.FewestConfidential));
        await db.Set<InvitationLink>().Where(l => l.InvitationId == invitation && ours.Any(i => i.Id == invitation)).ExecuteDeleteAsync(cancel);
        if (await ours.Where(i => i.Id == invitation).ExecuteDeleteAsync(cancel) == 0) return Problem.Absent();
        audit.Record(new InvitationActs.Removed(campaign.Id.Value));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await log.EmptyAsync(CancellationToken.None);
        return Outcome.Done;
    }
}
