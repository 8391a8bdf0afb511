using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Running;

/// <summary>The campaigns an account runs: told to its owner, forgotten with it.</summary>
internal sealed class RunnersPersonalData(DiapasonDb db) : IPersonalData
{
    public string Section => "campaigns_run";

    public async Task<object?> ExportAsync(Guid userId, CancellationToken cancel) =>
        await db.EveryCouncil<CampaignRunner>().AsNoTracking().Where(r => r.AccountId == userId).Select(r => r.CampaignId).ToListAsync(cancel) is { Count: > 0 } campaigns ? campaigns : null;

    public Task EraseAsync(Guid userId, CancellationToken cancel) => db.EveryCouncil<CampaignRunner>().Where(r => r.AccountId == userId).ExecuteDeleteAsync(cancel);
}
