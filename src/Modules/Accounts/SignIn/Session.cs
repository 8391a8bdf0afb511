using System.Security.Claims;
using Diapason.Accounts.Data;
using Diapason.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.SignIn;

/// <summary>Opens and closes the session of the current request: a row, and a cookie that names it.</summary>
internal sealed class Session(DiapasonDb db, SessionRows rows, AccountPrincipal principals, FreshSignIn fresh, IHttpContextAccessor http, TimeProvider clock)
{
    private HttpContext Request => http.HttpContext!;

    private string Device => DeviceName.Of(Request.Request.Headers.UserAgent.ToString());

    public Task OpenAsync(Guid accountId, bool byLink, CancellationToken cancel) => OpenAsync(accountId, new SignInWay { ByLink = byLink }, cancel);

    public async Task OpenAsync(Guid accountId, SignInWay way, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<Account>().Where(a => a.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastSignedInAt, now), cancel);
        // This browser's former session: its cookie is about to be replaced.
        if (Request.User.SessionCode() is { } former) await rows.EndAsync(former, cancel);
        var principal = await NewAsync(accountId, way.IsMultiFactor, cancel) ?? throw new InvalidOperationException("The account was erased while it signed in.");
        if (way.IsFresh) fresh.Mark(principal);
        if (way.ByLink) principals.MarkByLink(principal);
        if (way.IsMultiFactor) AccountPrincipal.MarkMultiFactor(principal);
        await KeepAsync(principal);
    }

    /// <summary>Writes the cookie again after the account's name changed.</summary>
    public Task RenewAsync(CancellationToken cancel) => RenewAsync(_ => { }, cancel);

    /// <summary>The person has just shown again who they are.</summary>
    public Task RefreshAsync(CancellationToken cancel) => RenewAsync(fresh.Mark, cancel);

    /// <summary>Ends every session of the account, and goes on here under another code: a copy of this very cookie is worth nothing any more.</summary>
    public async Task StartAgainAsync(CancellationToken cancel)
    {
        var before = Request.User;
        await rows.EndAllAsync(before.AccountId(), cancel);
        if (await NewAsync(before.AccountId(), before.IsMultiFactor(), cancel) is not { } principal) return;
        AccountPrincipal.Carry(before, principal);
        await KeepAsync(principal);
    }

    public async Task CloseAsync(CancellationToken cancel)
    {
        if (Request.User.SessionCode() is { } code) await rows.EndAsync(code, cancel);
        await Request.SignOutAsync(AccountPrincipal.Scheme);
    }

    private async Task RenewAsync(Action<ClaimsPrincipal> mark, CancellationToken cancel)
    {
        var before = Request.User;
        if (before.SessionCode() is not { } code || await principals.OfAsync(before.AccountId(), code, before.IsMultiFactor(), cancel) is not { } principal) return;
        AccountPrincipal.Carry(before, principal);
        mark(principal);
        await KeepAsync(principal);
    }

    private async Task<ClaimsPrincipal?> NewAsync(Guid accountId, bool isMultiFactor, CancellationToken cancel) =>
        await principals.OfAsync(accountId, await rows.AddAsync(accountId, Device, cancel), isMultiFactor, cancel);

    private Task KeepAsync(ClaimsPrincipal principal)
    {
        // The rest of this request is theirs: where they land depends on what they may open.
        Request.User = principal;
        return Request.SignInAsync(AccountPrincipal.Scheme, principal);
    }
}
