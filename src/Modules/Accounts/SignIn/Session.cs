using System.Security.Claims;
using Diapason.Accounts.Data;
using Diapason.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.SignIn;

/// <summary>Opens and closes the session of the current request, kept in a cookie.</summary>
internal sealed class Session(DiapasonDb db, AccountPrincipal principals, IHttpContextAccessor http, TimeProvider clock)
{
    public async Task OpenAsync(Guid accountId, bool byLink, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<Account>().Where(a => a.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastSignedInAt, now), cancel);
        var principal = await principals.OfAsync(accountId, cancel) ?? throw new InvalidOperationException("The account was erased while it signed in.");
        if (byLink) principals.MarkByLink(principal);
        await KeepAsync(principal);
    }

    /// <summary>Writes the cookie again after the account's own stamp or name changed, so that this session goes on.</summary>
    public async Task RenewAsync(CancellationToken cancel)
    {
        var before = http.HttpContext!.User;
        if (await principals.OfAsync(before.AccountId(), cancel) is not { } principal) return;
        AccountPrincipal.CarryLink(before, principal);
        await KeepAsync(principal);
    }

    public Task CloseAsync() => http.HttpContext!.SignOutAsync(AccountPrincipal.Scheme);

    private Task KeepAsync(ClaimsPrincipal principal)
    {
        // The rest of this request is theirs: where they land depends on what they may open.
        http.HttpContext!.User = principal;
        return http.HttpContext.SignInAsync(AccountPrincipal.Scheme, principal);
    }
}
