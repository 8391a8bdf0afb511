using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Diapason.Sample.Entries;

namespace Diapason.Sample.Kit;

/// <summary>What this module reads from a kit: its entries.</summary>
internal sealed class SampleKitPart(KeepEntry keep, Texts<SampleModule> texts) : IKitPart
{
    public int Order => 990;

    public KitStep? Read(KitFolder folder, KitProblems problems)
    {
        if (!folder.Has(ReadSample.File) || ReadSample.From(folder, problems) is not { } entries || problems.Any) return null;
        return (loading, cancel) => WriteAsync(loading, entries, cancel);
    }

    private async Task WriteAsync(KitLoading loading, IReadOnlyList<EntryContent> entries, CancellationToken cancel)
    {
        var changed = 0;
        foreach (var entry in entries)
            if (await keep.FromKitAsync(entry, loading.Kit.IsSynthetic, cancel)) changed++;
        if (changed > 0) loading.Say(texts["loaded.entries", changed]);
    }
}
