using Diapason.Consultations.Data;
using Diapason.Forms;
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

    /// <summary>What a draft or a version says, by its id; null when there is none.</summary>
    public async Task<Draft?> TextAsync(Guid id, CancellationToken cancel) =>
        (await RunAsync(id, cancel))?.Draft
        ?? (await db.Set<StoredQuestionnaire>().AsNoTracking().Where(q => q.Id == id).Select(q => q.Definition).SingleOrDefaultAsync(cancel) is { } definition ? ReadDraft.From(definition).Draft : null);

    /// <summary>The revision an open page knows: the one it was opened with, and those it saved itself since, as long as nobody else came between.</summary>
    public async Task<int> SeenAsync(DraftState state, int opened, string? sitting, CancellationToken cancel)
    {
        if (sitting is null || opened >= state.Head) return opened;
        var since = await db.Set<DraftRevision>().Where(r => r.DraftId == state.Id && r.Number > opened).OrderBy(r => r.Number).Select(r => new { r.Number, r.Sitting }).ToListAsync(cancel);
        return since.TakeWhile(r => r.Sitting == sitting).LastOrDefault()?.Number ?? opened;
    }
}
