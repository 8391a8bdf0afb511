using Diapason.Learning.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Interests;

/// <summary>Closes the lists whose day is past: who waited is to be told, and a month later nothing is left of them.</summary>
internal sealed class CloseLists(DiapasonDb db, WriteAheadLog log, TimeProvider clock) : IJob
{
    private const int DaysAfter = 30;

    public string Name => "learning.close-lists";

    public string TextKey => "job.close_lists";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public bool IsIrreversible => true;

    public async Task RunAsync(CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.LocalMoment);
        foreach (var list in await db.EveryCouncil<InterestList>().Where(l => l.State == ListState.Open && l.ClosesOn < today).ToListAsync(cancel))
        {
            await db.EveryCouncil<Interest>().Where(i => i.ListId == list.Id && i.Email != "").ExecuteUpdateAsync(set => set.SetProperty(i => i.IsToTell, true), cancel);
            (list.State, list.Topic) = (ListState.Closed, $"{list.Topic}:{list.Id:N}");
            await db.SaveChangesAsync(cancel);
        }

        var old = today.AddDays(-DaysAfter);
        if (await db.EveryCouncil<Interest>().Where(i => db.EveryCouncil<InterestList>().Any(l => l.Id == i.ListId && l.State == ListState.Closed && l.ClosesOn < old)).ExecuteDeleteAsync(cancel) > 0) await log.EmptyAsync(CancellationToken.None);
    }
}
