using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Learning.Interests;
using Diapason.Learning.Places;
using Diapason.Needs.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Front;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Front;

/// <summary>The places whose code this device was asked to keep.</summary>
internal sealed class LearningNotebook(DeviceCodes codes, PlaceSeals seals, DiapasonDb db, IOfferNames offer, CurrentCouncil council, Texts<LearningModule> texts) : INotebook
{
    public async ValueTask<IReadOnlyList<NotebookEntry>> HeldAsync(CancellationToken cancel)
    {
        if (council.OrNull is null || codes.Read(PlaceCode.OnDevice) is not { Count: > 0 } held) return [];
        var entries = new List<NotebookEntry>();
        foreach (var code in held)
        {
            var hash = SecretCode.Hash(code);
            if (await db.Set<Registration>().AsNoTracking().SingleOrDefaultAsync(r => r.CodeHash == hash, cancel) is not { } place)
            {
                if (await WaitingAsync(hash, code, cancel) is { } waiting) entries.Add(waiting);
                continue;
            }

            var session = await db.Set<Session>().AsNoTracking().SingleAsync(s => s.Id == place.SessionId, cancel);
            entries.Add(Entry(place, session, code));
        }

        return entries;
    }

    public ValueTask ForgetAsync(CancellationToken cancel)
    {
        codes.Forget(PlaceCode.OnDevice);
        return default;
    }

    private async Task<NotebookEntry?> WaitingAsync(byte[] hash, string code, CancellationToken cancel)
    {
        if (await db.Set<Interest>().AsNoTracking().SingleOrDefaultAsync(i => i.CodeHash == hash, cancel) is not { } person) return null;
        var list = await db.Set<InterestList>().AsNoTracking().SingleAsync(l => l.Id == person.ListId, cancel);
        return new NotebookEntry
        {
            Kind = texts["notebook.list"],
            Title = SeenList.Named(list, await offer.ReadAsync(cancel)),
            Text = texts["notebook.list_text", LocalDates.InWords(list.ClosesOn)],
            Act = texts["notebook.list_act"],
            Link = LearningLinks.Waiting(seals.Of(code)),
            Code = SecretCodes.Write(PlaceCode.OfPlaces, code),
        };
    }

    private NotebookEntry Entry(Registration place, Session session, string code) => new()
    {
        Kind = texts["notebook.kind"],
        Title = session.Read().Title.Here,
        Text = texts["notebook." + (session.State == SessionState.Cancelled ? "session_cancelled" : place.State.ToString().ToLowerInvariant()), session.StartsAt.LocalDayAndTime],
        Act = texts["notebook.act"],
        Link = LearningLinks.Place(seals.Of(code)),
        IsUnfinished = place.State == PlaceState.Offered,
        Code = SecretCodes.Write(PlaceCode.OfPlaces, code),
    };
}
