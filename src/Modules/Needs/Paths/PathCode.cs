using Diapason.Needs.Contracts;
using Diapason.Needs.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Needs.Paths;

/// <summary>The code under which a path is kept.</summary>
internal sealed class PathCode(DiapasonDb db, TimeProvider clock) : ICodeHolder
{
    public static readonly CodeKind OfPaths = new("code.path.", typeof(PathCode).Assembly, NeedsLinks.Resume);

    public CodeKind Kind => OfPaths;

    public async ValueTask<bool> HoldsAsync(Guid councilId, string code, CancellationToken cancel)
    {
        var (hash, today) = (SecretCode.Hash(code), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return await db.Set<SavedPath>().AnyAsync(p => p.CodeHash == hash && p.CouncilId == councilId && p.ExpiresOn > today, cancel);
    }
}
