using Diapason.Learning.Data;
using Diapason.Learning.Places;
using Diapason.Learning.Settling;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Interests;

/// <summary>
/// Offers the places of a session about to open to those who waited for it, in the order they came, before anybody else can: their code is the same. Those whom its format or
/// language does not suit stay in the list, which waits on without them when it is empty. Begun again after a stop, nobody comes twice.
/// </summary>
internal sealed class TurnList(DiapasonDb db, SeatBook book, ReadRules rules)
{
    public async Task RunAsync(Session session, CancellationToken cancel)
    {
        if (session.ListId is not { } id || await db.Set<InterestList>().SingleOrDefaultAsync(l => l.Id == id, cancel) is not { State: ListState.Open } list) return;
        var content = session.Read();
        var hours = (await rules.RunAsync(cancel)).HoldHours;
        var people = await db.Set<Interest>().AsNoTracking().Where(i => i.ListId == id).OrderBy(i => i.Ordinal).ToListAsync(cancel);
        var called = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in people.Where(person => person.Fits(content)))
        {
            // Who came twice has one place.
            if (called.Add(person.Email.Length > 0 ? person.Email : person.Phone)) await book.ArriveAsync(Arrival(person, session, hours), cancel);
            await db.Set<Interest>().Where(i => i.Id == person.Id).ExecuteDeleteAsync(cancel);
        }

        if (await db.Set<Interest>().AnyAsync(i => i.ListId == id, cancel)) return;
        (list.State, list.Topic) = (ListState.Turned, $"{list.Topic}:{list.Id:N}");
        await db.SaveChangesAsync(cancel);
    }

    private static Arrival Arrival(Interest person, Session session, int hours) => new()
    {
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
