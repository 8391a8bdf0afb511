using System.Collections.Concurrent;
using Diapason.Needs.Data;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Needs.Reference;

/// <summary>Each council's reference, parsed once and kept until its stamp changes: one tiny query a request, on any number of machines.</summary>
internal sealed class ReferenceLibrary(IDbContextFactory<DiapasonDb> databases)
{
    private readonly ConcurrentDictionary<Guid, (Guid Stamp, NeedsReference Reference)> _parsed = new();

    /// <summary>Null when the council has loaded no kit.</summary>
    public async Task<NeedsReference?> FindAsync(Guid council, CancellationToken cancel)
    {
        await using var db = await databases.OfCouncilAsync(council, cancel);
        var rows = db.Set<StoredReference>().AsNoTracking();
        if (await rows.Select(r => (Guid?)r.Stamp).SingleOrDefaultAsync(cancel) is not { } stamp) return null;
        if (_parsed.TryGetValue(council, out var known) && known.Stamp == stamp) return known.Reference;
        var stored = await rows.SingleAsync(cancel);
        var reference = ReferenceJson.Read(stored.Document);
        _parsed[council] = (stored.Stamp, reference);
        return reference;
    }
}
