using Diapason.Needs.Data;
using Diapason.Needs.Offers;
using Diapason.Needs.Reference;
using Diapason.Needs.Wording;
using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Microsoft.EntityFrameworkCore;

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
        var lexicon = ReadWholeLexicon.From(folder, problems, read.Reference);
        if (problems.Any) return null;
        return async (loading, cancel) =>
        {
            await WriteAsync(loading, read.Reference, read.Contents, cancel);
            if (lexicon is not null) await WriteAsync(loading, lexicon, cancel);
        };
    }

    private async Task WriteAsync(KitLoading loading, Lexicon lexicon, CancellationToken cancel)
    {
        var keep = new KeepLexicon(loading.Db, clock);
        var merge = LexiconMerge.ByKit(await keep.StoredAsync(cancel), lexicon, loading.ReplacesEdits);
        if (await keep.RunAsync(loading.Council.Id, merge.Result, cancel)) loading.Say(texts["loaded.lexicon", merge.Result.Ideas.Count, merge.Result.Examples.Count]);
        if (merge.Kept.Count > 0) loading.Say(texts["loaded.lexicon_kept", merge.Kept.Count, string.Join(", ", merge.Kept)]);
    }

    private async Task WriteAsync(KitLoading loading, NeedsReference reference, IReadOnlyDictionary<string, byte[]> contents, CancellationToken cancel)
    {
        var stored = await loading.Db.Set<StoredReference>().AsNoTracking().Select(r => r.Document).SingleOrDefaultAsync(cancel);
        var merge = OfferMerge.ByKit(stored is null ? Offer.None : ReferenceJson.Read(stored).Offer, reference.Offer, loading.ReplacesEdits);
        var whole = FitFramework.Of(reference with { Offer = merge.Result });
        if (await new ReplaceReference(loading.Db, clock).RunAsync(loading.Council.Id, whole, contents, cancel))
            loading.Say(texts["loaded.reference", reference.Framework.Version, reference.Framework.Competencies.Count, reference.Offer.Entries.Count, contents.Count]);
        Tell(loading, "loaded.kept", merge.Of(EntryFate.Kept));
        Tell(loading, "loaded.withdrawn", merge.Of(EntryFate.Withdrawn));
    }

    private void Tell(KitLoading loading, string key, IEnumerable<EntryChange> changes)
    {
        var codes = changes.Select(c => c.Now.Code).ToList();
        if (codes.Count > 0) loading.Say(texts[key, codes.Count, string.Join(", ", codes)]);
    }
}
