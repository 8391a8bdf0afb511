using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Front;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Security;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Data;
using Diapason.Workshops.Joining;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Front;

/// <summary>The cards whose code this device was asked to keep.</summary>
internal sealed class WorkshopsNotebook(DeviceCodes codes, CardSeals seals, DiapasonDb db, CurrentCouncil council, Texts<WorkshopsModule> texts) : INotebook
{
    public async ValueTask<IReadOnlyList<NotebookEntry>> HeldAsync(CancellationToken cancel)
    {
        if (council.OrNull is null || codes.Read(CardCode.OnDevice) is not { Count: > 0 } held) return [];
        var entries = new List<NotebookEntry>();
        foreach (var code in held)
        {
            var hash = SecretCode.Hash(code);
            if (await db.Set<Participant>().AsNoTracking().SingleOrDefaultAsync(p => p.CodeHash == hash, cancel) is not { } mine) continue;
            var workshop = await db.Set<Workshop>().AsNoTracking().SingleAsync(w => w.Id == mine.WorkshopId, cancel);
            var isOpen = workshop.State == WorkshopState.Open;
            entries.Add(new NotebookEntry
            {
                Kind = texts["notebook.kind"],
                Title = workshop.Read().Title.Here,
                Text = texts[isOpen ? "notebook.open" : workshop.IsPublished ? "notebook.told" : "notebook.studied"],
                Act = texts[isOpen ? "notebook.act_open" : "notebook.act"],
                Link = isOpen ? WorkshopsLinks.Room(seals.Of(code)) : WorkshopsLinks.Card(seals.Of(code)),
                IsUnfinished = isOpen,
                Code = SecretCodes.Write(CardCode.OfCards, code),
            });
        }

        return entries;
    }

    public ValueTask ForgetAsync(CancellationToken cancel)
    {
        codes.Forget(CardCode.OnDevice);
        return default;
    }
}
