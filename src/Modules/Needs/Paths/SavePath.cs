using System.Text.Json;
using Diapason.Needs.Data;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Needs.Paths;

/// <summary>Keeps a path on the person's request, under a new code that is shown once.</summary>
internal sealed class SavePath(DiapasonDb db, CurrentCouncil council, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Asked again for a path already kept, replaces its code: the lost one opens nothing any more.</summary>
    public async Task<Saved> RunAsync(PathState state, CancellationToken cancel)
    {
        var code = SecretCode.New();
        var now = clock.GetUtcNow().UtcDateTime;
        var path = await db.Set<SavedPath>().SingleOrDefaultAsync(p => p.Id == state.SavedId && p.CouncilId == council.Id, cancel);
        if (path is null)
        {
            path = new SavedPath { Id = Guid.CreateVersion7(), CouncilId = council.Id, CodeHash = [], Document = "", CreatedAt = now, ExpiresAt = now };
            db.Add(path);
        }

        (path.CodeHash, path.Document, path.ExpiresAt) = (SecretCode.Hash(code), Document(state), now + Kept);
        await db.SaveChangesAsync(cancel);
        return new Saved(path.Id, code, path.ExpiresAt);
    }

    /// <summary>Carries a change to the kept copy, if there is one, and keeps it a year more.</summary>
    public async Task<PathState> CarryAsync(PathState state, CancellationToken cancel)
    {
        if (state.SavedId is not { } id) return state;
        var (document, until) = (Document(state), clock.GetUtcNow().UtcDateTime + Kept);
        var changed = await db.Set<SavedPath>().Where(p => p.Id == id && p.CouncilId == council.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Document, document).SetProperty(p => p.ExpiresAt, until), cancel);
        return changed == 1 ? state : state with { SavedId = null };
    }

    private static string Document(PathState state) => JsonSerializer.Serialize(state with { SavedId = null }, ReferenceJson.Options);
}

/// <summary>What saving gives back; the code is not kept anywhere.</summary>
internal sealed record Saved(Guid Id, string Code, DateTime ExpiresAt);
