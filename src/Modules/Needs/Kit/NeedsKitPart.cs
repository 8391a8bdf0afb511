using Diapason.Needs.Offers;
using Diapason.Needs.Reference;
using Diapason.Platform.Kits;
using Diapason.Platform.Language;

namespace Diapason.Needs.Kit;

/// <summary>What this module reads from a kit: framework, quick questions and offer, kept whole for each council, and the documents the offer hands out.</summary>
internal sealed class NeedsKitPart(Texts<NeedsModule> texts, TimeProvider clock) : IKitPart
{
    public int Order => 30;

    public KitStep? Read(KitFolder folder, KitProblems problems)
    {
        if (!folder.Has(ReadFramework.File) && !folder.Has(ReadQuick.File) && !folder.Has(ReadOffer.File)) return null;
        var read = ReadReference.From(folder, problems);
        if (read is null || problems.Any) return null;
        return (loading, cancel) => WriteAsync(loading, read.Reference, read.Contents, cancel);
    }

    private async Task WriteAsync(KitLoading loading, NeedsReference reference, IReadOnlyDictionary<string, byte[]> contents, CancellationToken cancel)
    {
        if (await new ReplaceReference(loading.Db, clock).RunAsync(loading.Council.Id, reference, contents, cancel))
            loading.Say(texts["loaded.reference", reference.Framework.Version, reference.Framework.Competencies.Count, reference.Offer.Entries.Count, contents.Count]);
    }
}
