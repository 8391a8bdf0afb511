using Diapason.Accounts.Data;
using Diapason.Accounts.SignIn;
using Diapason.Accounts.Trail;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Members;

/// <summary>Mails another link to somebody who was invited to the current council and never came. Their roles stay as they are.</summary>
internal sealed class InviteAgain(DiapasonDb db, CurrentCouncil council, EventOutbox outbox, AuditTrail audit)
{
    /// <param name="membershipId">One of the roles they were given.</param>
    /// <param name="linkAddress">Whole address of the page that uses a link.</param>
    /// <returns>False when there is no such role here, or its holder has come since.</returns>
    public async Task<bool> RunAsync(Guid membershipId, string linkAddress, CancellationToken cancel)
    {
        var invited = await db.Set<Membership>().Where(m => m.Id == membershipId)
            .Join(db.Set<Account>().Where(a => a.LastSignedInAt == null), m => m.UserId, a => a.Id, (m, a) => new { m.UserId, m.Role, m.OrganisationId }).SingleOrDefaultAsync(cancel);
        if (invited is null) return false;
        audit.Record(new AccountActs.Invited(invited.UserId, invited.Role, invited.OrganisationId));
        outbox.Add(new SignInLinkRequested(invited.UserId, Languages.Current, linkAddress, council.Id, invited.Role));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
