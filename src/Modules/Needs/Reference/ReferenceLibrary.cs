using System.Collections.Concurrent;
using Diapason.Needs.Data;
using Diapason.Needs.Wording;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Needs.Reference;

/// <summary>Each council's reference, parsed once and kept until its stamp changes: two tiny queries a request, on any number of machines.</summary>
internal sealed class ReferenceLibrary(IDbContextFactory<DiapasonDb> databases)
{
    private readonly ConcurrentDictionary<Guid, (Guid Stamp, Guid? Lexicon, NeedsReference Reference)> _parsed = new();

    /// <summary>Null when the council has loaded no kit.</summary>
    public async Task<NeedsReference?> FindAsync(Guid council, CancellationToken cancel)
    {
        await using var db = await databases.OfCouncilAsync(council, cancel);
        var rows = db.Set<StoredReference>().AsNoTracking();
        if (await rows.Select(r => (Guid?)r.Stamp).SingleOrDefaultAsync(cancel) is not { } stamp) return null;
        var lexicons = db.Set<StoredLexicon>().AsNoTracking();
        var lexicon = await lexicons.Select(l => (Guid?)l.Stamp).SingleOrDefaultAsync(cancel);
        if (_parsed.TryGetValue(council, out var known) && known.Stamp == stamp && known.Lexicon == lexicon) return known.Reference;
        var (stored, words) = (await rows.SingleAsync(cancel), await lexicons.SingleOrDefaultAsync(cancel));
        var reference = ReferenceJson.Read(stored.Document) with { Lexicon = words is null ? null : KeepLexicon.Read(words.Document) };
        _parsed[council] = (stored.Stamp, words?.Stamp, reference);
        return reference;
    }
}
