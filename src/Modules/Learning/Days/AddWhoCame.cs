using Diapason.Learning.Data;
using Diapason.Learning.Places;
using Diapason.Learning.Sessions;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Mail;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Days;

/// <summary>Somebody came without having signed up: they are there, whatever seats are left, and counted as present at that meeting with those who are ticked.</summary>
internal sealed class AddWhoCame(DiapasonDb db, SeatBook book, MarkAttendance mark, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The code that opens their place, to be read out to them.</summary>
    public async Task<Outcome<string>> RunAsync(SeenSession seen, int meeting, CameForm form, Ticks ticks, string head, CancellationToken cancel)
    {
        var who = form.Trimmed();
        if (who.Problems() is { Count: > 0 } problems) return problems[0];
        if (seen.Session.State != SessionState.Open) return Problem.Lost("attendance.not_open");
        if (seen.Content.Meetings[meeting].StartsAt().AddHours(-1) > clock.GetUtcNow().UtcDateTime) return Problem.Lost("attendance.early");
        var code = SecretCode.Derive(SecretCode.Read(form.Key) ?? SecretCode.New(), "learning.came");
        var hash = SecretCode.Hash(code);
        var there = await db.Set<Registration>().AsNoTracking().Where(r => r.SessionId == seen.Session.Id).Select(r => new { r.Id, r.State, r.Name, r.Email, r.CodeHash }).ToListAsync(cancel);
        var known = there.Find(r => r.CodeHash.AsSpan().SequenceEqual(hash));
        if (known is null && who.Email!.Length > 0 && there.Exists(r => r.State != PlaceState.Cancelled && r.Email == who.Email && CountedOnce.AreOne(r.Name, who.Name!))) return Problem.Lost("attendance.already");
        var id = known?.Id ?? RandomId.New();
        var arrival = new Arrival
        {
            Id = id, CouncilId = seen.Session.CouncilId, SessionId = seen.Session.Id, Name = who.Name!, Email = who.Email!, Phone = "", Language = seen.Content.Language, Needs = "", CodeHash = hash, Head = head, IsByStaff = true, HoldHours = 0,
        };
        if (known is null)
        {
            if (!await book.ComeAsync(arrival, cancel)) return Problem.Lost("attendance.not_open");
            audit.Record(new PlaceActs.SignedUp(seen.Session.Id));
        }

        var marked = await mark.RunAsync(seen.Session.Id, meeting, ticks.With(id), cancel);
        return marked.IsDone ? code : marked.Problems[0];
    }
}

/// <summary>What is typed of somebody at the door.</summary>
internal sealed record CameForm
{
    public string? Name { get; init; }
    public string? Email { get; init; }
    public bool Consent { get; init; }

    /// <summary>Drawn with the form: sent twice, it is one person.</summary>
    public string? Key { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Email);

    public CameForm Trimmed() => this with { Name = (Name ?? "").ReplaceLineEndings(" ").Trim(), Email = (Email ?? "").ReplaceLineEndings(" ").Trim().ToLowerInvariant() };

    /// <summary>All that is wrong, of a trimmed one.</summary>
    public IReadOnlyList<Problem> Problems()
    {
        var problems = new List<Problem>();
        if (Name!.Length == 0) problems.Add(Problem.Invalid("attendance.name_missing", nameof(Name)));
        if (Name!.Length > SignUpForm.LongestName) problems.Add(Problem.Invalid("place.too_long", nameof(Name), ("most", SignUpForm.LongestName)));
        if (Email!.Length > 0 && !MailboxAddress.IsComplete(Email)) problems.Add(Problem.Invalid("place.email_wrong", nameof(Email)));
        if (!Consent) problems.Add(Problem.Invalid("place.consent_said", nameof(Consent)));
        return problems;
    }
}
