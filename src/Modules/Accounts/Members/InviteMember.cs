using System.Data.Common;
using Diapason.Accounts.Data;
using Diapason.Accounts.Notices;
using Diapason.Accounts.SignIn;
using Diapason.Accounts.Trail;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outbox;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Members;

/// <summary>Whom an administrator invites.</summary>
/// <param name="LinkAddress">Whole address of the page that uses a sign-in link; null when no mail can be sent.</param>
internal sealed record Invitation(string Email, string Role, string? Organisation, string? LinkAddress);

/// <summary>Gives a role in the current council to an address, whether it already has an account or not, and mails it a link.</summary>
internal sealed class InviteMember(DiapasonDb db, OpenAccount open, CurrentCouncil council, EventOutbox outbox, TellOwner tell, AuditTrail audit, TimeProvider clock)
{
    private const string UniqueViolation = "23505";

    /// <returns>The membership that was given.</returns>
    public async Task<Outcome<Guid>> RunAsync(Invitation invitation, CancellationToken cancel)
    {
        try
        {
            return await InviteAsync(invitation, cancel);
        }
        catch (DbUpdateException lost) when (lost.InnerException is DbException { SqlState: UniqueViolation })
        {
            // Somebody invited the same new address, or named the same new organisation, at the same moment: it exists now.
            db.ChangeTracker.Clear();
            return await InviteAsync(invitation, cancel);
        }
    }

    private async Task<Outcome<Guid>> InviteAsync(Invitation invitation, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var account = await open.ForAsync(invitation.Email, cancel);
        var organisationId = await OrganisationAsync(invitation.Organisation, cancel);
        if (await db.Set<Membership>().AnyAsync(
            m => m.UserId == account.Id && m.Role == invitation.Role && m.OrganisationId == organisationId, cancel)) return Problem.Invalid("invite.already_holds", "Email");
        var membership = new Membership
        {
            Id = Guid.CreateVersion7(),
            UserId = account.Id,
            CouncilId = council.Id,
            Role = invitation.Role,
            OrganisationId = organisationId,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(membership);
        audit.Record(new AccountActs.Invited(account.Id, invitation.Role, organisationId));
        if (invitation.LinkAddress is { } address) outbox.Add(new SignInLinkRequested(account.Id, Languages.Current, address, council.Id, invitation.Role));
        else tell.OfRole(account.Id, "role_given", invitation.Role);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return membership.Id;
    }

    private async Task<Guid?> OrganisationAsync(string? name, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        var normalized = Organisation.Normalize(name);
        var organisations = db.Set<Organisation>();
        if (await organisations.SingleOrDefaultAsync(o => o.NormalizedName == normalized, cancel) is { } known) return known.Id;
        var organisation = new Organisation
        {
            Id = Guid.CreateVersion7(),
            CouncilId = council.Id,
            Name = Organisation.Fold(name),
            NormalizedName = normalized,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        organisations.Add(organisation);
        return organisation.Id;
    }
}
