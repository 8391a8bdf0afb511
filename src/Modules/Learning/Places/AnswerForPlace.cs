using Diapason.Learning.Data;
using Diapason.Learning.Settling;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Places;

/// <summary>Yes to a place that is held, or no to a place or a wait: by whoever holds its link or code, or for them by somebody of the council.</summary>
internal sealed class AnswerForPlace(DiapasonDb db, WriteAheadLog log, SeatBook book, ReadRules rules, AuditTrail audit)
{
    public async Task<Outcome> ConfirmAsync(Registration place, bool isByStaff, CancellationToken cancel)
    {
        if (place.State == PlaceState.Confirmed) return Outcome.Done;
        if (!await book.ConfirmAsync(place, isByStaff, cancel)) return Problem.Lost("place.gone");
        if (isByStaff) await RecordAsync(new PlaceActs.Confirmed(place.SessionId), cancel);
        return Outcome.Done;
    }

    public async Task<Outcome> LeaveAsync(Registration place, bool isByStaff, CancellationToken cancel)
    {
        if (!await book.LeaveAsync(place, (await rules.RunAsync(cancel)).HoldHours, cancel)) return Outcome.Done;
        if (isByStaff) await RecordAsync(new PlaceActs.GivenUp(place.SessionId), cancel);
        return Outcome.Done;
    }

    /// <summary>Gives up the place, then leaves no trace of who had it.</summary>
    public async Task EraseAsync(Registration place, CancellationToken cancel)
    {
        await LeaveAsync(place, isByStaff: false, cancel);
        if (place.Certificate.Length > 0) await db.Set<Certificate>().Where(c => c.Code == place.Certificate).ExecuteDeleteAsync(cancel);
        await db.Set<Registration>().Where(r => r.Id == place.Id).ExecuteDeleteAsync(cancel);
        await log.EmptyAsync(CancellationToken.None);
    }

    private async Task RecordAsync(Act act, CancellationToken cancel)
    {
        audit.Record(act);
        await db.SaveChangesAsync(cancel);
    }
}
