using Diapason.Needs.Data;
using Diapason.Needs.Reference;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Needs.Offers;

/// <summary>
/// Replaces a council's framework, questions and offer, with the files the offer hands out: by a kit today, by an author's page or an imported file
/// later. The files are kept in the database, so that they outlive the folder they came from.
/// </summary>
internal sealed class ReplaceReference(DiapasonDb db, TimeProvider clock)
{
    /// <summary>False when all was already so. The caller's transaction makes it whole.</summary>
    public async Task<bool> RunAsync(Guid council, NeedsReference reference, IReadOnlyDictionary<string, byte[]> contents, CancellationToken cancel)
    {
        var document = ReferenceJson.Write(reference);
        var stored = await db.Set<StoredReference>().SingleOrDefaultAsync(cancel);
        if (stored?.Document == document) return false;
        var now = clock.GetUtcNow().UtcDateTime;
        if (stored is null)
        {
            stored = new StoredReference { CouncilId = council, Stamp = Guid.Empty, Document = "", LoadedAt = now };
            db.Add(stored);
        }

        (stored.Document, stored.Stamp, stored.LoadedAt) = (document, Guid.CreateVersion7(), now);
        await KeepAsync(council, contents, cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private async Task KeepAsync(Guid council, IReadOnlyDictionary<string, byte[]> contents, CancellationToken cancel)
    {
        var files = db.Set<StoredContent>();
        var wanted = contents.Keys.ToList();
        await files.Where(f => !wanted.Contains(f.Hash)).ExecuteDeleteAsync(cancel);
        var known = await files.Select(f => f.Hash).ToHashSetAsync(cancel);
        foreach (var (hash, bytes) in contents)
            if (!known.Contains(hash)) db.Add(new StoredContent { CouncilId = council, Hash = hash, Bytes = bytes });
    }
}
