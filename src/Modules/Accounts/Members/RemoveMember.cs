using Diapason.Accounts.Data;
using Diapason.Accounts.Notices;
using Diapason.Accounts.Trail;
using Diapason.Platform.Access;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Members;

/// <summary>Withdraws a role held in the current council, and ends the sessions of the person. The account itself belongs to the person and stays.</summary>
internal sealed class RemoveMember(DiapasonDb db, CurrentCouncil council, CouncilAdministrators administrators, EndSessionsOf sessions, TellOwner tell, AuditTrail audit)
{
    public async Task<Outcome> RunAsync(Guid membershipId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await administrators.LockAsync(council.Id, cancel);
        if (await db.Set<Membership>().SingleOrDefaultAsync(m => m.Id == membershipId, cancel) is not { } membership) return Problem.Absent();
        if (membership.Role == Roles.Administrator && await administrators.IsOnlyAsync(membership.UserId, council.Id, cancel)) return CouncilAdministrators.Last;
        db.Remove(membership);
        audit.Record(new AccountActs.Removed(membership.UserId, membership.Role));
        tell.OfRole(membership.UserId, "role_removed", membership.Role);
        await db.SaveChangesAsync(cancel);
        await sessions.RunAsync(membership.UserId, cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}
