using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Writing;

/// <summary>Reads drafts of the current council.</summary>
internal sealed class FindDraft(DiapasonDb db, WritingRules rules)
{
    /// <summary>As it stands; null when there is none.</summary>
    public async Task<DraftState?> RunAsync(Guid id, CancellationToken cancel) =>
        await db.Set<QuestionnaireDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel) is { } row
            && await RevisionAsync(id, row.Head, cancel) is { } revision ? new DraftState(row, revision, rules) : null;

    public Task<DraftRevision?> RevisionAsync(Guid id, int number, CancellationToken cancel) =>
        db.Set<DraftRevision>().AsNoTracking().SingleOrDefaultAsync(r => r.DraftId == id && r.Number == number, cancel);
}
