using Diapason.Platform.Data;
using Diapason.Workshops.Data;
using Diapason.Workshops.Live;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Saying;

/// <summary>Somebody takes back their words, or all they said: it is destroyed at once, and no code opens it any more.</summary>
internal sealed class TakeBack(DiapasonDb db, WriteAheadLog log, RoomWatch watch)
{
    /// <summary>Words go, what was chosen stays counted.</summary>
    public async Task WordsAsync(Participant who, CancellationToken cancel)
    {
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        await db.Set<Participant>().Where(p => p.Id == who.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.KeepsWords, false).SetProperty(p => p.TookBackWords, true), cancel);
        await db.Set<Contribution>().Where(c => c.ParticipantId == who.Id && c.Words != "").ExecuteDeleteAsync(cancel);
        await together.CommitAsync(cancel);
        await log.EmptyAsync(CancellationToken.None);
        watch.Changed(who.WorkshopId);
    }

    public async Task AllAsync(Participant who, CancellationToken cancel)
    {
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        // First, so that what they were still sending is there before it is destroyed, or finds nobody.
        await db.Set<Participant>().Where(p => p.Id == who.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.KeepsWords, false), cancel);
        await db.Set<Contribution>().Where(c => c.ParticipantId == who.Id).ExecuteDeleteAsync(cancel);
        await db.Set<Participant>().Where(p => p.Id == who.Id).ExecuteDeleteAsync(cancel);
        await together.CommitAsync(cancel);
        await log.EmptyAsync(CancellationToken.None);
        watch.Changed(who.WorkshopId);
    }
}
