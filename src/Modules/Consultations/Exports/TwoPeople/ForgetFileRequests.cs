using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Exports.TwoPeople;

/// <summary>Forgets the requests that can serve no more; the trail keeps who asked and who allowed.</summary>
internal sealed class ForgetFileRequests(DiapasonDb db, TimeProvider clock) : IJob
{
    public string Name => "consultations.forget-file-requests";

    public string TextKey => "job.forget_file_requests";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public bool IsIrreversible => true;

    public Task RunAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime - FileRule.Wait - FileRule.Open;
        return db.EveryCouncil<FileRequest>().Where(r => r.AskedAt < before).ExecuteDeleteAsync(cancel);
    }
}
