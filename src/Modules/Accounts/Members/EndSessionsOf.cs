using Diapason.Accounts.SignIn;
using Microsoft.AspNetCore.Http;

namespace Diapason.Accounts.Members;

/// <summary>Ends the sessions of somebody whose rights just changed, in the transaction that changed them. Whoever changed their own goes on, under another code.</summary>
internal sealed class EndSessionsOf(SessionRows sessions, Session session, IHttpContextAccessor http)
{
    public Task RunAsync(Guid accountId, CancellationToken cancel) =>
        http.HttpContext?.User is { Identity.IsAuthenticated: true } actor && actor.AccountId() == accountId
            ? session.StartAgainAsync(cancel)
            : sessions.EndAllAsync(accountId, cancel);
}
