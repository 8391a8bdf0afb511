using Diapason.Accounts.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outbox;
using Microsoft.AspNetCore.Identity;

namespace Diapason.Accounts.SignIn;

/// <summary>A link was asked for. Unknown addresses write it too, with no account, so that both take the same time.</summary>
/// <param name="Address">Whole address of the page that uses the link, without its code.</param>
/// <param name="InvitedTo">The council that invites; null when the person asked for the link.</param>
internal sealed record SignInLinkRequested(Guid? AccountId, string Language, string Address, Guid? InvitedTo = null) : IEvent;

/// <summary>Asks that a sign-in link be mailed, once the answer has been given: sending takes a time that would tell known addresses.</summary>
internal sealed class RequestSignInLink(DiapasonDb db, UserManager<Account> accounts, EventOutbox outbox)
{
    public async Task RunAsync(string email, string linkAddress, CancellationToken cancel)
    {
        var account = await accounts.FindByEmailAsync(email.Trim());
        outbox.Add(new SignInLinkRequested(account?.Id, Languages.Current, linkAddress));
        await db.SaveChangesAsync(cancel);
    }
}
