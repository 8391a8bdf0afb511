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

/// <summary>Gives a membership of the current council another role. Every session of the person ends: the next one begins with what they may do now.</summary>
internal sealed class ChangeRole(DiapasonDb db, CurrentCouncil council, CouncilAdministrators administrators, EndSessionsOf sessions, TellOwner tell, AuditTrail audit)
{
    public async Task<Outcome> RunAsync(Guid membershipId, string role, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await administrators.LockAsync(council.Id, cancel);
        var memberships = db.Set<Membership>();
        if (await memberships.SingleOrDefaultAsync(m => m.Id == membershipId, cancel) is not { } membership) return Problem.Absent();
        if (membership.Role == role) return Outcome.Done;
        if (membership.Role == Roles.Administrator && await administrators.IsOnlyAsync(membership.UserId, council.Id, cancel)) return CouncilAdministrators.Last;
        if (await memberships.AnyAsync(
            m => m.UserId == membership.UserId && m.Role == role && m.OrganisationId == membership.OrganisationId, cancel)) return Problem.Invalid("invite.already_holds", "Role");
        audit.Record(new AccountActs.RoleChanged(membership.UserId, membership.Role, role));
        membership.Role = role;
        tell.OfRole(membership.UserId, "role_changed", role);
        await db.SaveChangesAsync(cancel);
        await sessions.RunAsync(membership.UserId, cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}
