using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Exports.TwoPeople;

/// <summary>The files an account asked for and may still take: told to its owner, forgotten with it. What it allowed goes too, and is to be asked again.</summary>
internal sealed class RequestsPersonalData(DiapasonDb db) : IPersonalData
{
    public string Section => "files_asked";

    public async Task<object?> ExportAsync(Guid userId, CancellationToken cancel) =>
        await db.EveryCouncil<FileRequest>().AsNoTracking().Where(r => r.AskedBy == userId).OrderBy(r => r.AskedAt).Select(r => new { r.CampaignId, r.File, r.Language, r.AskedAt, r.DecidedAt, r.IsAllowed }).ToListAsync(cancel) is { Count: > 0 } asked ? asked : null;

    public Task EraseAsync(Guid userId, CancellationToken cancel) => db.EveryCouncil<FileRequest>().Where(r => r.AskedBy == userId || r.DecidedBy == userId).ExecuteDeleteAsync(cancel);
}
