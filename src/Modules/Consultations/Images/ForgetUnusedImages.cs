using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Images;

/// <summary>Forgets images that came with a form or a file and that nothing names a day later. What something named once is kept: a draft’s history and versions show it again.</summary>
internal sealed class ForgetUnusedImages(DiapasonDb db, TimeProvider clock) : IJob
{
    /// <summary>For a form still being filled.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    // An image that was not forgotten by then is named: it is not looked for every day.
    private static readonly TimeSpan Settled = TimeSpan.FromDays(7);

    public string Name => "consultations.forget-unused-images";

    public string TextKey => "job.forget_unused_images";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public bool IsIrreversible => true;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (before, after) = (now - Kept, now - Settled);
        var young = await db.EveryCouncil<KeptImage>().Where(i => i.KeptAt < before && i.KeptAt > after).Select(i => new { i.CouncilId, i.Name, i.KeptAt }).ToListAsync(cancel);
        foreach (var image in young)
        {
            var isNamed = await db.EveryCouncil<DraftRevision>().AnyAsync(r => r.CouncilId == image.CouncilId && r.At >= image.KeptAt && r.Definition.Contains(image.Name), cancel)
                || await db.EveryCouncil<StoredQuestionnaire>().AnyAsync(q => q.CouncilId == image.CouncilId && q.Definition.Contains(image.Name), cancel);
            if (!isNamed) await db.EveryCouncil<KeptImage>().Where(i => i.CouncilId == image.CouncilId && i.Name == image.Name).ExecuteDeleteAsync(cancel);
        }
    }
}
