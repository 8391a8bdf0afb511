using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Writing;

/// <summary>Puts a draft away, or takes it out again: nothing of it is lost, and the versions made of it stay.</summary>
internal sealed class ArchiveDraft(DiapasonDb db, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid id, bool isAway, CancellationToken cancel)
    {
        if (await db.Set<QuestionnaireDraft>().SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } draft) return Problem.Absent();
        if (draft.ArchivedAt is not null == isAway) return Problem.Lost("writing.archive_already");
        draft.ArchivedAt = isAway ? clock.GetUtcNow().UtcDateTime : null;
        audit.Record(isAway ? new QuestionnaireActs.Archived(id) : new QuestionnaireActs.TakenOut(id));
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }
}
