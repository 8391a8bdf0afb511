using Microsoft.EntityFrameworkCore;

namespace Diapason.Platform.Data;

/// <summary>Contexts for singletons, which no request gives a council.</summary>
public static class CouncilContexts
{
    /// <summary>A context of one council. Made by the factory alone, a context belongs to none and refuses to read what councils own.</summary>
    public static async Task<DiapasonDb> OfCouncilAsync(this IDbContextFactory<DiapasonDb> databases, Guid councilId, CancellationToken cancel)
    {
        var db = await databases.CreateDbContextAsync(cancel);
        db.BelongTo(() => councilId);
        return db;
    }
}
