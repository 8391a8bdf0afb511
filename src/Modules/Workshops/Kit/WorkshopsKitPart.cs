using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Diapason.Workshops.Data;
using Diapason.Workshops.Preparing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Kit;

/// <summary>What this module reads from a kit: models of workshops. One that is there stays as it is.</summary>
internal sealed class WorkshopsKitPart(SaveWorkshop save, Texts<WorkshopsModule> texts, TimeProvider clock) : IKitPart
{
    public int Order => 50;

    public KitStep? Read(KitFolder folder, KitProblems problems)
    {
        if (!folder.Has(ReadKitWorkshops.File) || problems.Any || ReadKitWorkshops.From(folder, problems, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.LocalMoment)) is not { } workshops || problems.Any) return null;
        return (loading, cancel) => WriteAsync(loading, workshops, cancel);
    }

    private async Task WriteAsync(KitLoading loading, IReadOnlyList<KitWorkshop> workshops, CancellationToken cancel)
    {
        var known = await loading.Db.Set<Workshop>().Select(w => w.Code).ToListAsync(cancel);
        var added = workshops.Where(w => !known.Contains(w.Code)).ToList();
        foreach (var one in added) loading.Db.Add(await save.NewAsync(one.Code, one.Content, one.State, loading.Kit.IsSynthetic, cancel));
        if (added.Count == 0) return;
        await loading.Db.SaveChangesAsync(cancel);
        loading.Say(texts["loaded.workshops", added.Count]);
    }
}
