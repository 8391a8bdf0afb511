using Diapason.Accounts.Data;
using Diapason.Accounts.Notices;
using Diapason.Accounts.SignIn;
using Diapason.Accounts.Trail;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.SecondStep;

/// <summary>Forgets the second step, telephone and keys, of somebody who lost them and the codes. Their sessions end; the next time they sign in, they begin another.</summary>
internal sealed class ResetSecondFactor(DiapasonDb db, CheckSecondFactor check, SessionRows sessions, TellOwner tell, AuditTrail audit)
{
    /// <summary>Not of somebody who serves another council too: it would lower a door that is not this council's. The verb does it, for whoever keeps the server.</summary>
    /// <param name="membershipId">A membership of the current council.</param>
    public async Task<Outcome> OfMemberAsync(Guid membershipId, CancellationToken cancel)
    {
        var accountId = await db.Set<Membership>().Where(m => m.Id == membershipId).Select(m => (Guid?)m.UserId).SingleOrDefaultAsync(cancel);
        if (accountId is not { } id) return Problem.Absent();
        var here = await db.Set<Membership>().CountAsync(m => m.UserId == id, cancel);
        return await db.EveryCouncil<Membership>().CountAsync(m => m.UserId == id, cancel) > here ? Problem.Invalid("reset.not_here") : await RunAsync(id, cancel);
    }

    public async Task<Outcome> RunAsync(Guid accountId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await check.IsEnrolledAsync(accountId, cancel)) return Problem.Absent();
        await EnrolSecondFactor.ForgetAsync(db, accountId, cancel);
        await db.Set<Passkey>().Where(p => p.UserId == accountId).ExecuteDeleteAsync(cancel);
        await sessions.EndAllAsync(accountId, cancel);
        audit.Record(new AccountActs.SecondFactorReset(accountId));
        tell.Of(accountId, "phone_forgotten");
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}
