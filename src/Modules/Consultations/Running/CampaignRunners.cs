using Diapason.Consultations.Data;
using Diapason.Platform.Access;
using Diapason.Platform.Data;
using Diapason.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Running;

/// <summary>Who runs which campaign of the council.</summary>
internal sealed class CampaignRunners(DiapasonDb db)
{
    public Task<bool> RunsAsync(Guid campaignId, Guid accountId, CancellationToken cancel) => db.Set<CampaignRunner>().AnyAsync(r => r.CampaignId == campaignId && r.AccountId == accountId, cancel);

    /// <summary>Those a person runs; none for who is no continuing-education officer.</summary>
    public async Task<IReadOnlySet<Guid>> OfAsync(StaffMember who, CancellationToken cancel) =>
        who.Holds(Roles.Rfc) ? await db.Set<CampaignRunner>().Where(r => r.AccountId == who.AccountId).Select(r => r.CampaignId).ToHashSetAsync(cancel) : new HashSet<Guid>();

    public Task<List<Guid>> AccountsAsync(Guid campaignId, CancellationToken cancel) => db.Set<CampaignRunner>().Where(r => r.CampaignId == campaignId).Select(r => r.AccountId).ToListAsync(cancel);
}
