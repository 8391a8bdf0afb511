using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pretesting;

/// <summary>What an account typed in previews: told to its owner, forgotten with it.</summary>
internal sealed class PreviewPersonalData(DiapasonDb db) : IPersonalData
{
    public string Section => "previews";

    public async Task<object?> ExportAsync(Guid userId, CancellationToken cancel) =>
        await db.EveryCouncil<PreviewAnswer>().AsNoTracking().Where(p => p.AccountId == userId).Select(p => new { p.SubjectId, p.Answers, p.Typed, p.SavedOn }).ToListAsync(cancel) is { Count: > 0 } previews ? previews : null;

    public Task EraseAsync(Guid userId, CancellationToken cancel) => db.EveryCouncil<PreviewAnswer>().Where(p => p.AccountId == userId).ExecuteDeleteAsync(cancel);
}
