using Diapason.Learning.Data;
using Diapason.Learning.Places;
using Diapason.Learning.Settling;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Interests;

/// <summary>
/// Offers the places of a session about to open to those who waited for it, in the order they came, before anybody else can: their code and their links are the same. Those of
/// the lists that ask for the same in other words are called with them, the first of each, then the second of each. Those whom its format or language does not suit stay, and a
/// list waits on without the others when it is empty. Begun again after a stop, nobody comes twice.
/// </summary>
internal sealed class TurnList(DiapasonDb db, SeatBook book, ReadRules rules)
{
    public async Task RunAsync(Session session, CancellationToken cancel)
    {
        var lists = await ListsAsync(session, cancel);
        if (lists.Count == 0) return;
        var content = session.Read();
        var hours = (await rules.RunAsync(cancel)).HoldHours;
        var called = new CountedOnce();
        // Begun again after a stop: who has a place already, and whose other request is still there, has one.
        foreach (var place in await db.Set<Registration>().Where(r => r.SessionId == session.Id).Select(r => new { Reach = r.Email != "" ? r.Email : r.Phone, r.Name }).ToListAsync(cancel)) called.Add(place.Reach, place.Name);
        foreach (var person in (await PeopleAsync(lists, cancel)).Where(person => person.Fits(content)))
        {
            // Who came twice has one place.
            if (called.Add(person.Reach, person.Name)) await book.ArriveAsync(Arrival(person, session, hours), cancel);
            await db.Set<Interest>().Where(i => i.Id == person.Id).ExecuteDeleteAsync(cancel);
        }

        foreach (var list in lists)
            if (!await db.Set<Interest>().AnyAsync(i => i.ListId == list.Id, cancel)) (list.State, list.Topic) = (ListState.Turned, $"{list.Topic}:{list.Id:N}");
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>How many people would be called if it opened as it is, and how many would stay.</summary>
    public async Task<(int Called, int Left)> CountAsync(Session session, CancellationToken cancel)
    {
        var content = session.Read();
        var people = await PeopleAsync(await ListsAsync(session, cancel), cancel);
        var once = new CountedOnce();
        var called = people.Count(person => person.Fits(content) && once.Add(person.Reach, person.Name));
        return (called, people.Count(person => !person.Fits(content) && once.Add(person.Reach, person.Name)));
    }

    /// <summary>Its own first, then those of its kin; none when its own is not open any more.</summary>
    private async Task<IReadOnlyList<InterestList>> ListsAsync(Session session, CancellationToken cancel)
    {
        if (session.ListId is not { } id || await db.Set<InterestList>().SingleOrDefaultAsync(l => l.Id == id, cancel) is not { State: ListState.Open } own) return [];
        var near = await db.Set<InterestList>().Where(l => l.State == ListState.Open && l.Region == own.Region && l.Competency == own.Competency && l.Id != id).OrderBy(l => l.Id).ToListAsync(cancel);
        return [own, .. near.Where(own.IsKinOf)];
    }

    private async Task<IReadOnlyList<Interest>> PeopleAsync(IReadOnlyList<InterestList> lists, CancellationToken cancel)
    {
        var order = lists.Select((list, place) => (list.Id, place)).ToDictionary(one => one.Id, one => one.place);
        var ids = order.Keys.ToList();
        var people = await db.Set<Interest>().AsNoTracking().Where(i => ids.Contains(i.ListId)).ToListAsync(cancel);
        return [.. people.OrderBy(person => person.Ordinal).ThenBy(person => order[person.ListId])];
    }

    private static Arrival Arrival(Interest person, Session session, int hours) => new()
    {
        Id = person.Id,
        CouncilId = session.CouncilId,
        SessionId = session.Id,
        Name = person.Name,
        Email = person.Email,
        Phone = person.Phone,
        Language = person.Language,
        Needs = "",
        CodeHash = person.CodeHash,
        Head = person.Head,
        IsByStaff = false,
        IsFromList = true,
        HoldHours = hours,
    };
}
