using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Reaching;

/// <summary>Finds the link that an address or an answer names. An unknown code is no link, and nothing is said of it.</summary>
internal sealed class FindLink(DiapasonDb db)
{
    public async ValueTask<AssociationLink?> RunAsync(CampaignId campaign, string? via, CancellationToken cancel) =>
        LinkCodes.Read(via) is { } code ? await db.Set<AssociationLink>().AsNoTracking().SingleOrDefaultAsync(l => l.CampaignId == campaign.Value && l.Code == code, cancel) : null;

    /// <summary>The same while it marks answers.</summary>
    public async ValueTask<AssociationLink?> LiveAsync(CampaignId campaign, string? via, CancellationToken cancel) =>
        await RunAsync(campaign, via, cancel) is { IsRetired: false } link ? link : null;
}
