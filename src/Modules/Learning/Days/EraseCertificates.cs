using Diapason.Learning.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Days;

/// <summary>Erases certificates five years after they were given, as they say themselves.</summary>
internal sealed class EraseCertificates(DiapasonDb db, WriteAheadLog log, TimeProvider clock) : IJob
{
    public const int Years = 5;

    public string Name => "learning.erase-certificates";

    public string TextKey => "job.erase_certificates";

    public TimeSpan Every => TimeSpan.FromHours(12);

    public bool IsIrreversible => true;

    public async Task RunAsync(CancellationToken cancel)
    {
        var old = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.LocalMoment).AddYears(-Years);
        if (await db.EveryCouncil<Certificate>().Where(c => c.GivenOn < old).ExecuteDeleteAsync(cancel) > 0) await log.EmptyAsync(CancellationToken.None);
    }
}
