using Diapason.Learning.Data;
using Diapason.Learning.Sessions;
using Diapason.Learning.Settling;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Places;

/// <summary>Somebody asks for a place, by themselves or by the voice of somebody of the council.</summary>
internal sealed class SignUp(DiapasonDb db, SeatBook book, ReadRules rules, AuditTrail audit, CurrentCouncil council)
{
    /// <summary>The code that opens the place.</summary>
    public async Task<Outcome<string>> RunAsync(Session session, SignUpForm form, string head, bool isByStaff, CancellationToken cancel)
    {
        if (form.Problems(council.Languages, isByStaff) is [var first, ..]) return first;
        var code = SecretCode.Derive(SecretCode.Read(form.Key) ?? SecretCode.New(), "learning.place");
        var hash = SecretCode.Hash(code);
        // Sent twice, it is answered twice with the same code, and written once.
        var isNew = isByStaff && !await db.Set<Registration>().AnyAsync(r => r.CodeHash == hash, cancel);
        if (isNew && await HasOneAsync(session, form, cancel)) return Problem.Lost("place.already");
        var arrival = new Arrival
        {
            CouncilId = council.Id,
            SessionId = session.Id,
            Name = form.Name!,
            Email = form.Email!,
            Phone = form.Phone!,
            Language = form.Language!,
            Needs = form.Needs!,
            CodeHash = hash,
            Head = head,
            IsByStaff = isByStaff,
            HoldHours = (await rules.RunAsync(cancel)).HoldHours,
        };
        if (await book.ArriveAsync(arrival, cancel) is null) return Problem.Lost("place.closed");
        if (isNew)
        {
            audit.Record(new PlaceActs.SignedUp(session.Id));
            await db.SaveChangesAsync(cancel);
        }

        return code;
    }

    /// <summary>Told to those who see the list anyway; to the public it would say who is on it.</summary>
    private async Task<bool> HasOneAsync(Session session, SignUpForm form, CancellationToken cancel)
    {
        var same = await db.Set<Registration>().Where(
            r => r.SessionId == session.Id && (r.State == PlaceState.Offered || r.State == PlaceState.Confirmed || r.State == PlaceState.Waiting) && ((form.Email != "" && r.Email == form.Email) || (form.Phone != "" && r.Phone == form.Phone)))
            .Select(r => r.Name).ToListAsync(cancel);
        return same.Exists(name => CountedOnce.AreOne(name, form.Name!));
    }
}
