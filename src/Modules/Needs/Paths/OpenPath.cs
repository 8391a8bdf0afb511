using System.Text.Json;
using Diapason.Needs.Data;
using Diapason.Needs.Reference;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Needs.Paths;

/// <summary>Opens a kept path with its code.</summary>
internal sealed class OpenPath(DiapasonDb db, SecretCodes codes, FindCodeKind kinds, TimeProvider clock)
{
    /// <summary>The fact that holds the <see cref="CodeKind"/> of a code of another kind, which goes to another page.</summary>
    public const string Kind = "kind";

    private const string Field = "Code";

    public async Task<Outcome<PathState>> RunAsync(string? typed, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(typed)) return Problem.Invalid("resume.empty", Field);
        if (codes.Read(typed) is not { } read) return Problem.Invalid("resume.mistyped", Field);
        var (code, hash) = (read.Code, SecretCode.Hash(read.Code));
        var today = Today;
        var path = await db.Set<SavedPath>().AsNoTracking()
            .SingleOrDefaultAsync(p => p.CodeHash == hash && p.ExpiresOn > today, cancel);
        if (path is null || !SecretCode.Matches(code, path.CodeHash))
            return await kinds.RunAsync(read, PathCode.OfPaths, cancel) is { } kind
                ? Problem.Invalid("resume.elsewhere", Field, ("is", kind.Is), (Kind, kind))
                : Problem.Invalid("resume.unknown", Field);
        var state = JsonSerializer.Deserialize<PathState>(path.Document, ReferenceJson.Options)!;
        return state with { SavedId = path.Id };
    }

    /// <summary>When the kept copy erases itself; null when there is none any more.</summary>
    public async Task<DateTime?> ExpiryAsync(Guid id, CancellationToken cancel)
    {
        var today = Today;
        var day = await db.Set<SavedPath>().Where(p => p.Id == id && p.ExpiresOn > today).Select(p => (DateOnly?)p.ExpiresOn).SingleOrDefaultAsync(cancel);
        // At noon, that day is the same in Montréal.
        return day?.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
