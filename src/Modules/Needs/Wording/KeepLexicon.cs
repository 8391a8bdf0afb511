using System.Text.Json;
using Diapason.Needs.Data;
using Diapason.Needs.Reference;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Needs.Wording;

/// <summary>Writes a council's lexicon: the one way to, for a kit, a page and a file.</summary>
internal sealed class KeepLexicon(DiapasonDb db, TimeProvider clock)
{
    /// <summary>Null when the council has none.</summary>
    public async Task<Lexicon?> StoredAsync(CancellationToken cancel) =>
        await db.Set<StoredLexicon>().AsNoTracking().Select(l => l.Document).SingleOrDefaultAsync(cancel) is { } document ? Read(document) : null;

    /// <summary>False when all was already so. The caller's transaction makes it whole.</summary>
    public async Task<bool> RunAsync(Guid council, Lexicon lexicon, CancellationToken cancel)
    {
        var document = JsonSerializer.Serialize(lexicon, ReferenceJson.Options);
        var stored = await db.Set<StoredLexicon>().SingleOrDefaultAsync(cancel);
        if (stored?.Document == document) return false;
        var now = clock.GetUtcNow().UtcDateTime;
        if (stored is null)
        {
            stored = new StoredLexicon { CouncilId = council, Stamp = Guid.Empty, Document = "", ChangedAt = now };
            db.Add(stored);
        }

        (stored.Document, stored.Stamp, stored.ChangedAt) = (document, Guid.CreateVersion7(), now);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    public static Lexicon Read(string document) => JsonSerializer.Deserialize<Lexicon>(document, ReferenceJson.Options)!;
}
