using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Workshops.Data;
using Diapason.Workshops.Front;
using Diapason.Workshops.Preparing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Synthesis;

/// <summary>Everyone may read what became of the ideas, and those who left an address are written to, once.</summary>
internal sealed class PublishIdeas(DiapasonDb db, CurrentCouncil council, AuditTrail audit, KnownRooms known)
{
    public async Task<Outcome> RunAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Set<Workshop>().SingleOrDefaultAsync(w => w.Id == id, cancel) is not { } workshop) return Problem.Absent();
        if (workshop.State != WorkshopState.Closed) return Problem.Lost("publish.not_closed");
        if (workshop.IsPublished) return Problem.Lost("publish.already");
        if (!await db.Set<Idea>().AnyAsync(i => i.WorkshopId == id, cancel)) return Problem.Invalid("publish.no_idea");
        if (await db.Set<Idea>().Where(i => i.WorkshopId == id && i.Sentence == "").OrderBy(i => i.Number).Select(i => (int?)i.Number).FirstOrDefaultAsync(cancel) is { } number) return Problem.Invalid("publish.no_sentence", null, ("number", number));
        workshop.IsPublished = true;
        workshop.Touch();
        audit.Record(new WorkshopActs.Published(id));
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
            await db.Set<ReturnAddress>().Where(a => a.WorkshopId == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.IsToTell, true), cancel);
            await together.CommitAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return SaveWorkshop.TooLate;
        }

        known.Forget(council.Id);
        return Outcome.Done;
    }
}
