using Diapason.Accounts.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outbox;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.SignIn;

/// <summary>A link was asked for. Unknown addresses write it too, with no account, so that both take the same time.</summary>
/// <param name="Address">Whole address of the page that uses the link, without its code.</param>
/// <param name="InvitedTo">The council that invites; null when the person asked for the link.</param>
/// <param name="Role">What they are invited as.</param>
internal sealed record SignInLinkRequested(Guid? AccountId, string Language, string Address, Guid? InvitedTo = null, string? Role = null) : IEvent;

/// <summary>Asks that a sign-in link be mailed, once the answer has been given: sending takes a time that would tell known addresses.</summary>
internal sealed class RequestSignInLink(DiapasonDb db, UserManager<Account> accounts, EventOutbox outbox)
{
    public async Task RunAsync(string email, string linkAddress, CancellationToken cancel)
    {
        var normalized = accounts.NormalizeEmail(email.Trim());
        // The id alone: to read a whole account takes a tenth of a millisecond more than to find none.
        var account = await db.Set<Account>().Where(a => a.NormalizedEmail == normalized).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel);
        outbox.Add(new SignInLinkRequested(account, Languages.Current, linkAddress));
        await db.SaveChangesAsync(cancel);
    }
}
