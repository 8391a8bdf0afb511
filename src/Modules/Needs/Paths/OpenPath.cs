using System.Text.Json;
using Diapason.Needs.Data;
using Diapason.Needs.Reference;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Needs.Paths;

/// <summary>Opens a kept path with its code.</summary>
internal sealed class OpenPath(DiapasonDb db, SecretCodes codes, FindCodeKind kinds, TimeProvider clock)
{
    public async Task<OpenOutcome> RunAsync(string? typed, CancellationToken cancel)
    {
        if (codes.Read(typed) is not { } read) return new OpenOutcome.Mistyped();
        var (code, hash) = (read.Code, SecretCode.Hash(read.Code));
        var now = clock.GetUtcNow().UtcDateTime;
        var path = await db.Set<SavedPath>().AsNoTracking()
            .SingleOrDefaultAsync(p => p.CodeHash == hash && p.ExpiresAt > now, cancel);
        if (path is null || !SecretCode.Matches(code, path.CodeHash))
            return await kinds.RunAsync(read, PathCode.OfPaths, cancel) is { } kind ? new OpenOutcome.Elsewhere(kind) : new OpenOutcome.Unknown();
        var state = JsonSerializer.Deserialize<PathState>(path.Document, ReferenceJson.Options)!;
        return new OpenOutcome.Opened(state with { SavedId = path.Id });
    }

    /// <summary>When the kept copy erases itself; null when there is none any more.</summary>
    public Task<DateTime?> ExpiryAsync(Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Set<SavedPath>().Where(p => p.Id == id && p.ExpiresAt > now).Select(p => (DateTime?)p.ExpiresAt).SingleOrDefaultAsync(cancel);
    }
}

/// <summary>What came of a code.</summary>
internal abstract record OpenOutcome
{
    private OpenOutcome()
    {
    }

    public sealed record Opened(PathState State) : OpenOutcome;

    /// <summary>It cannot be a code: a letter is wrong or missing.</summary>
    public sealed record Mistyped : OpenOutcome;

    /// <summary>A code of another kind, which goes to another page.</summary>
    public sealed record Elsewhere(CodeKind Kind) : OpenOutcome;

    /// <summary>Well formed, but nothing is kept under it here, or not any more.</summary>
    public sealed record Unknown : OpenOutcome;
}
