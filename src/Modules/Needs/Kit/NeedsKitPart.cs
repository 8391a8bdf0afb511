using Diapason.Needs.Data;
using Diapason.Needs.Reference;
using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Needs.Kit;

/// <summary>What this module reads from a kit: framework, quick questions and offer, kept whole for each council.</summary>
internal sealed class NeedsKitPart(Texts<NeedsModule> texts, TimeProvider clock) : IKitPart
{
    public int Order => 30;

    public KitStep? Read(KitFolder folder, KitProblems problems)
    {
        if (!folder.Has(ReadFramework.File) && !folder.Has(ReadQuick.File) && !folder.Has(ReadOffer.File)) return null;
        var framework = ReadFramework.From(folder, problems);
        // What the later files name can only be checked against a framework and questions that could be read.
        var quick = framework is null ? null : ReadQuick.From(folder, problems, framework);
        var offer = quick is null ? null : ReadOffer.From(folder, problems, framework!, quick);
        return offer is null || problems.Any ? null : (loading, cancel) => WriteAsync(loading, new NeedsReference(framework!, offer, quick!), cancel);
    }

    private async Task WriteAsync(KitLoading loading, NeedsReference reference, CancellationToken cancel)
    {
        var document = ReferenceJson.Write(reference);
        var stored = await loading.Db.Set<StoredReference>().SingleOrDefaultAsync(cancel);
        if (stored?.Document == document) return;
        if (stored is null)
        {
            stored = new StoredReference { CouncilId = loading.Council.Id, Stamp = Guid.CreateVersion7(), Document = document, LoadedAt = clock.GetUtcNow().UtcDateTime };
            loading.Db.Add(stored);
        }

        (stored.Document, stored.Stamp, stored.LoadedAt) = (document, Guid.CreateVersion7(), clock.GetUtcNow().UtcDateTime);
        loading.Say(texts["loaded.reference", reference.Framework.Version, reference.Framework.Competencies.Count, reference.Offer.Entries.Count]);
    }
}
