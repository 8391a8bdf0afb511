using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Learning.Interests;
using Diapason.Learning.Pages;
using Diapason.Learning.Sessions;
using Diapason.Needs.Contracts;
using Diapason.Platform.Access;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Front;

/// <summary>For those who keep sessions: lists that are ready or near it, and people to be called since they have no mail.</summary>
internal sealed class LearningDesk(ReadLists lists, ReadSessions read, IOfferNames offer, DiapasonDb db, Texts<LearningModule> texts) : IStaffDesk
{
    /// <summary>So many people short, a list is told already.</summary>
    private const int Near = 2;

    public async ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel)
    {
        if (!who.Holds(Roles.Administrator, Roles.Rfc)) return DeskSheet.Empty;
        var open = await lists.OpenAsync(cancel);
        var names = open.Count > 0 ? await offer.ReadAsync(cancel) : OfferNames.None;
        var toDo = new List<ThingToDo>();
        var ready = Apart(open.Where(list => list.IsReached).OrderBy(list => list.List.ClosesOn));
        if (ready is [var first, ..]) toDo.Add(Ready(first, names, ready.Count));
        toDo.AddRange(await ToCallAsync(cancel));
        var near = open.Count(list => list.Together.People >= list.Wanted - Near);
        return new DeskSheet { ToDo = toDo, Waiting = near > 0 ? new Dictionary<string, string> { [LearningLinks.Lists.Page] = texts.Count("desk.near_one", "desk.near", near) } : new Dictionary<string, string>() };
    }

    /// <summary>Lists that one session serves are one thing to do.</summary>
    private static List<SeenList> Apart(IEnumerable<SeenList> lists)
    {
        var apart = new List<SeenList>();
        foreach (var list in lists)
            if (!apart.Exists(one => one.Kin.Any(kin => kin.Id == list.List.Id))) apart.Add(list);
        return apart;
    }

    private ThingToDo Ready(SeenList list, OfferNames names, int all) => new()
    {
        Day = EndOfWeek(list.List.ClosesOn),
        Kind = texts["desk.list"],
        Fact = list.Region(names) is { Length: > 0 } region ? texts["desk.list_fact_in", list.Together.People, About(list, names), region] : texts["desk.list_fact", list.Together.People, About(list, names)],
        Consequence = texts["desk.list_then", LocalDates.InWords(list.List.ClosesOn)],
        Act = texts.Count("desk.list_act_one", "desk.list_act", all),
        Link = all == 1 ? LearningLinks.NewSession.With("list", list.List.Id) : LearningLinks.Lists,
        Policy = LearningPolicy.Keeper,
    };

    private string About(SeenList list, OfferNames names) =>
        string.Join(texts["desk.list_and"], ((InterestList[])[list.List, .. list.Kin]).Select(one => texts["lists.quoted", SeenList.Named(one, names)]));

    /// <summary>People who are enough are not left waiting until their list closes: a session is sought before the Friday.</summary>
    private DateOnly EndOfWeek(DateOnly closes)
    {
        var friday = read.Today.AddDays(((int)DayOfWeek.Friday - (int)read.Today.DayOfWeek + 7) % 7);
        return friday < closes ? friday : closes;
    }

    private async Task<IReadOnlyList<ThingToDo>> ToCallAsync(CancellationToken cancel)
    {
        var now = read.Now;
        var held = await db.Set<Registration>().AsNoTracking().Where(r => r.State == PlaceState.Offered && r.Email == "" && r.OfferedUntil > now).OrderBy(r => r.OfferedUntil).ToListAsync(cancel);
        if (held.Count == 0) return [];
        return
        [
            new ThingToDo
            {
                Day = DateOnly.FromDateTime(held[0].OfferedUntil!.Value.LocalMoment),
                Kind = texts["desk.call"],
                Fact = texts.Count("desk.call_fact_one", "desk.call_fact", held.Count),
                Consequence = texts["desk.call_then", held[0].OfferedUntil!.Value.LocalDayAndTime],
                Act = texts["desk.call_act"],
                Link = LearningLinks.People(held[0].SessionId).With("call", "true"),
                Policy = LearningPolicy.Keeper,
            },
        ];
    }
}
