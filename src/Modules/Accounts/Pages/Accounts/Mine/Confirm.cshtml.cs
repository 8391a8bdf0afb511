using Diapason.Accounts.Contracts;
using Diapason.Accounts.Data;
using Diapason.Accounts.Passkeys;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Pages;

/// <summary>Asks again who is there, then leads to the page, or gives the file, that was asked for.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class ConfirmModel(DiapasonDb db, FreshSignIn fresh, ProveAgain prove, SignInWithPasskey withKey, PasskeyCeremony keys, RequestSignInLink request, SignInAddresses addresses) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>1 when a file was asked for: a browser saves it and stays where it is, so the page gives a link.</summary>
    [BindProperty(SupportsGet = true, Name = "file")]
    public int? AsFile { get; set; }

    [BindProperty]
    public string? AgainPassword { get; set; }

    [BindProperty]
    public PasskeyForm Passkey { get; set; } = new();

    public bool HasKey { get; private set; }

    public bool HasPassword { get; private set; }

    public bool IsFresh => fresh.IsFresh(User);

    public bool IsFile => AsFile == 1;

    public int Minutes => (int)fresh.Window.TotalMinutes;

    public string? Next => SignInAddresses.Local(this, ReturnUrl);

    public bool CanMailLinks => addresses.UseLink(this, null) is not null;

    public string LinkAction => Url.To(AccountsLinks.Confirm.Handler("Link"));

    private PageLink Here => AccountsLinks.Confirm.With("returnUrl", Next).With("file", AsFile);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        // By a link, one comes back here already known.
        if (IsFresh && !IsFile && Next is { } next) return LocalRedirect(next);
        await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return GoOn(await prove.RunAsync(User.AccountId(), AgainPassword, cancel));
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return GoOn(await withKey.AgainAsync(User.AccountId(), Passkey.Answer, cancel));
    }

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancel)
    {
        if (addresses.UseLink(this, Url.To(Here)) is not { } address) return NotFound();
        await request.RunAsync(await ReadAsync(cancel), address, cancel);
        return this.SeeOther(AccountsLinks.LinkSent);
    }

    private IActionResult GoOn(Outcome outcome) =>
        !outcome.IsDone ? this.Refuse(outcome) : !IsFile && Next is { } next ? this.SeeOther(next) : this.SeeOther(Here);

    /// <returns>The address of the account.</returns>
    private async Task<string> ReadAsync(CancellationToken cancel)
    {
        var me = User.AccountId();
        var account = await db.Set<Account>().AsNoTracking().Where(a => a.Id == me).Select(a => new { a.Email, HasPassword = a.PasswordHash != null }).SingleAsync(cancel);
        (HasPassword, HasKey) = (account.HasPassword, await keys.HasAnyAsync(me, cancel));
        return account.Email;
    }
}
