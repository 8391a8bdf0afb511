using System.Text.Json;
using Diapason.Needs.Data;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Needs.Paths;

/// <summary>Keeps a path on the person's request, under a code that is shown once.</summary>
internal sealed class SavePath(DiapasonDb db, CurrentCouncil council, ScatterPaths scatter, TimeProvider clock)
{
    /// <summary>At most: until the first of the month, a year on.</summary>
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

    /// <summary>Carries a change to the kept copy, if there is one, and keeps it as if it were new.</summary>
    public async Task<PathState> CarryAsync(PathState state, CancellationToken cancel)
    {
        if (state.SavedId is not { } id) return state;
        var (document, until) = (Document(state), Until);
        var changed = await db.Set<SavedPath>().Where(p => p.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Document, document).SetProperty(p => p.ExpiresOn, until), cancel);
        await scatter.AroundAsync(council.Id, id, cancel);
        return changed == 1 ? state : state with { SavedId = null };
    }

    private async Task<Saved> KeepAsync(PathState state, string code, CancellationToken cancel)
    {
        var hash = SecretCode.Hash(code);
        var paths = db.Set<SavedPath>();
        var path = await paths.SingleOrDefaultAsync(p => p.CodeHash == hash, cancel) ?? await paths.SingleOrDefaultAsync(p => p.Id == state.SavedId, cancel);
        if (path is null)
        {
            path = new SavedPath { Id = RandomId.New(), CouncilId = council.Id, CodeHash = [], Document = "", ExpiresOn = Until };
            db.Add(path);
        }

        (path.CodeHash, path.Document, path.ExpiresOn) = (hash, Document(state), Until);
        await db.SaveChangesAsync(cancel);
        await scatter.AroundAsync(council.Id, path.Id, cancel);
        return new Saved(path.Id, code);
    }

    private DateOnly Until
    {
        get
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            return today.AddDays(1 - today.Day).AddMonths(12);
        }
    }

    private static string Document(PathState state) => JsonSerializer.Serialize(state with { SavedId = null, KeptBefore = [] }, ReferenceJson.Options);
}

/// <summary>What saving gives back; the code is not kept anywhere.</summary>
internal sealed record Saved(Guid Id, string Code);
