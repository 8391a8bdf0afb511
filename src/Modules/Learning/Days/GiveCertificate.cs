using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Learning.Places;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outbox;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Days;

/// <summary>What somebody may show of having been there, under the name they give; asked again, it is the same one.</summary>
internal sealed class GiveCertificate(DiapasonDb db, EventOutbox outbox, TimeProvider clock)
{
    public async Task<Outcome<string>> RunAsync(Guid id, string? name, CancellationToken cancel)
    {
        if (await db.Set<Registration>().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } place) return Problem.Absent();
        if (place.Certificate.Length > 0) return place.Certificate;
        var session = await db.Set<Session>().SingleAsync(s => s.Id == place.SessionId, cancel);
        var written = (name ?? "").ReplaceLineEndings(" ").Trim();
        if (written.Length == 0) return Problem.Invalid("certificate.name_missing", "Name");
        if (written.Length > SignUpForm.LongestName) return Problem.Invalid("place.too_long", "Name", ("most", SignUpForm.LongestName));
        var content = session.Read();
        var minutes = MarkAttendance.Minutes(place, content);
        var now = clock.GetUtcNow().UtcDateTime;
        if (minutes == 0 || session.EndsAt > now) return Problem.Lost("certificate.not_yet");
        place.Certificate = SecretCode.New();
        db.Add(new Certificate { Code = place.Certificate, CouncilId = place.CouncilId, SessionId = session.Id, Name = written, IsNamedByStaff = place.IsByStaff && place.Name == written, Minutes = minutes, GivenOn = DateOnly.FromDateTime(now.LocalMoment) });
        outbox.Add(new AttendanceCertified(place.CouncilId, session.Id, place.Certificate, content.Competency, minutes));
        await db.SaveChangesAsync(cancel);
        return place.Certificate;
    }
}
