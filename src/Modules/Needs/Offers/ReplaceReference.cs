using Diapason.Needs.Data;
using Diapason.Needs.Reference;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Needs.Offers;

/// <summary>
/// Replaces a council's framework, questions and offer, with the files the offer hands out: by a kit, by the author's page or by an imported file. The
/// files are kept in the database, so that they outlive the folder they came from.
/// </summary>
internal sealed class ReplaceReference(DiapasonDb db, TimeProvider clock)
{
    /// <summary>A file that no entry hands out may be one that somebody has just sent with a form that was refused.</summary>
    private static readonly TimeSpan Unclaimed = TimeSpan.FromDays(1);

    /// <summary>False when all was already so. The caller's transaction makes it whole.</summary>
    /// <param name="council">Whose it is.</param>
    /// <param name="reference">All of it, what does not change included.</param>
    /// <param name="contents">By hash, those the database does not hold yet, and others if need be.</param>
    /// <param name="cancel">Stops it.</param>
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
        await KeepAsync(council, [.. reference.Offer.Files.Select(f => f.Hash).Distinct()], contents, cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private async Task KeepAsync(Guid council, List<string> wanted, IReadOnlyDictionary<string, byte[]> contents, CancellationToken cancel)
    {
        var files = db.Set<StoredContent>();
        var now = clock.GetUtcNow().UtcDateTime;
        var old = now - Unclaimed;
        await files.Where(f => !wanted.Contains(f.Hash) && f.KeptAt < old).ExecuteDeleteAsync(cancel);
        var known = await files.Select(f => f.Hash).ToHashSetAsync(cancel);
        foreach (var (hash, bytes) in contents)
            if (known.Add(hash)) db.Add(new StoredContent { CouncilId = council, Hash = hash, Bytes = bytes, KeptAt = now });
    }
}
