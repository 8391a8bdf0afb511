using System.Text.Json;
using Diapason.Needs.Data;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Needs.Paths;

/// <summary>Keeps a path on the person's request, under a code that is shown once.</summary>
internal sealed class SavePath(DiapasonDb db, CurrentCouncil council, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Asked again for a path already kept, replaces its code: the lost one opens nothing any more.</summary>
    /// <param name="state">What to keep.</param>
    /// <param name="code">The code the form carried, so that pressing twice keeps one path.</param>
    public async Task<Saved> RunAsync(PathState state, string code, CancellationToken cancel)
    {
        try
        {
            return await KeepAsync(state, code, cancel);
        }
        catch (DbUpdateException)
        {
            // Pressed twice at the same moment: the other press has written the row.
            db.ChangeTracker.Clear();
            return await KeepAsync(state, code, cancel);
        }
    }

    /// <summary>Carries a change to the kept copy, if there is one, and keeps it a year more.</summary>
    public async Task<PathState> CarryAsync(PathState state, CancellationToken cancel)
    {
        if (state.SavedId is not { } id) return state;
        var (document, until) = (Document(state), clock.GetUtcNow().UtcDateTime + Kept);
        var changed = await db.Set<SavedPath>().Where(p => p.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Document, document).SetProperty(p => p.ExpiresAt, until), cancel);
        return changed == 1 ? state : state with { SavedId = null };
    }

    private async Task<Saved> KeepAsync(PathState state, string code, CancellationToken cancel)
    {
        var (hash, now) = (SecretCode.Hash(code), clock.GetUtcNow().UtcDateTime);
        var paths = db.Set<SavedPath>();
        var path = await paths.SingleOrDefaultAsync(p => p.CodeHash == hash, cancel) ?? await paths.SingleOrDefaultAsync(p => p.Id == state.SavedId, cancel);
        if (path is null)
        {
            path = new SavedPath { Id = Guid.CreateVersion7(), CouncilId = council.Id, CodeHash = [], Document = "", CreatedAt = now, ExpiresAt = now };
            db.Add(path);
        }

        (path.CodeHash, path.Document, path.ExpiresAt) = (hash, Document(state), now + Kept);
        await db.SaveChangesAsync(cancel);
        return new Saved(path.Id, code, path.ExpiresAt);
    }

    private static string Document(PathState state) => JsonSerializer.Serialize(state with { SavedId = null, KeptBefore = [] }, ReferenceJson.Options);
}

/// <summary>What saving gives back; the code is not kept anywhere.</summary>
internal sealed record Saved(Guid Id, string Code, DateTime ExpiresAt);
