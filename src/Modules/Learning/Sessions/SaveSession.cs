using System.Globalization;
using System.Text;
using Diapason.Learning.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Text;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Sessions;

/// <summary>Adds a session, as a draft, or changes one.</summary>
internal sealed class SaveSession(DiapasonDb db, CurrentCouncil council, AuditTrail audit, OpenSessions open, TimeProvider clock)
{
    private const int LongestCode = 60;

    /// <summary>Somebody has saved another version since the form was shown.</summary>
    public static readonly Problem TooLate = Problem.Lost("session.changed_since");

    /// <summary>Words that are pages of their own where a session’s name would be.</summary>
    public static readonly IReadOnlyList<string> Reserved = ["place", "code", "interest", "certificate"];

    public async Task<Outcome<Guid>> AddAsync(SessionContent content, Guid? list, CancellationToken cancel)
    {
        var session = New(council.Id, await FreeCodeAsync(content.Title, cancel), content, isSynthetic: false, list);
        db.Add(session);
        audit.Record(new SessionActs.Added(session.Id));
        await db.SaveChangesAsync(cancel);
        return session.Id;
    }

    /// <param name="id">Which one.</param>
    /// <param name="content">What it says from now on.</param>
    /// <param name="seen">The stamp of what the form was filled from.</param>
    /// <param name="held">Seats that are taken or held: it is not brought under them. Who came unexpected may make more than there are seats.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Outcome> ChangeAsync(Guid id, SessionContent content, Guid seen, int held, CancellationToken cancel)
    {
        if (await db.Set<Session>().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } session) return Problem.Absent();
        if (session.State == SessionState.Cancelled) return Problem.Lost("session.is_cancelled");
        if (session.Stamp != seen) return TooLate;
        if (content.Seats < held && content.Seats < session.Seats) return Problem.Invalid("session.seats_taken", "seats", ("held", held));
        if (content.ToJson() == session.Content) return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        var changes = session.State == SessionState.Open && (session.EndsAt > now || SessionMoments.Of(content).Ends > now) ? session.Read().ChangesTo(content) : SessionChanges.None;
        session.Write(content);
        session.IsSynthetic = false;
        audit.Record(new SessionActs.Changed(id));
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
            if (changes != SessionChanges.None) await TellAsync(id, (int)changes, cancel);
            await together.CommitAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return TooLate;
        }

        open.Forget(council.Id);
        return Outcome.Done;
    }

    /// <summary>Saved with the change itself. A mail that is due already says what is true by then.</summary>
    private Task<int> TellAsync(Guid id, int changes, CancellationToken cancel) =>
        db.Set<Registration>().Where(r => r.SessionId == id && (r.Letter == DueLetter.None || r.Letter == DueLetter.Changed) && (r.State == PlaceState.Offered || r.State == PlaceState.Confirmed || r.State == PlaceState.Waiting))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Letter, DueLetter.Changed).SetProperty(r => r.Changes, r => r.Changes | changes), cancel);

    public static Session New(Guid councilId, string code, SessionContent content, bool isSynthetic, Guid? list = null)
    {
        var (starts, ends, closes) = SessionMoments.Of(content);
        return new Session
        {
            Id = Guid.CreateVersion7(),
            CouncilId = councilId,
            Code = code,
            State = SessionState.Draft,
            Content = content.ToJson(),
            Seats = content.Seats,
            StartsAt = starts,
            EndsAt = ends,
            ClosesAt = closes,
            ListId = list,
            IsSynthetic = isSynthetic,
            Stamp = Guid.CreateVersion7(),
        };
    }

    /// <summary>The title in an address, and a number where another has it.</summary>
    private async Task<string> FreeCodeAsync(LocalizedText title, CancellationToken cancel)
    {
        var wanted = InAddress(title.In(LocalizedText.FrenchCode));
        var taken = (await db.Set<Session>().Where(s => s.Code.StartsWith(wanted)).Select(s => s.Code).ToListAsync(cancel)).Concat(Reserved).ToHashSet(StringComparer.Ordinal);
        return taken.Contains(wanted) ? Enumerable.Range(2, taken.Count + 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"{wanted}-{n}")).First(code => !taken.Contains(code)) : wanted;
    }

    private static string InAddress(string title)
    {
        var code = new StringBuilder();
        foreach (var c in title.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) code.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && code is [.., not '-']) code.Append('-');
            if (code.Length == LongestCode) break;
        }

        var trimmed = code.ToString().Trim('-');
        return trimmed.Length == 0 ? "session" : trimmed;
    }
}
