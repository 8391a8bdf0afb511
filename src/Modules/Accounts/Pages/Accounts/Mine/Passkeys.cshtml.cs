using Diapason.Accounts.Contracts;
using Diapason.Accounts.Data;
using Diapason.Accounts.Passkeys;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Access;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Pages;

/// <summary>Keys of my devices: those that open my account, the way to add one and to take one away.</summary>
[FreshSignIn(ToOpen = true)]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class PasskeysModel(DiapasonDb db, PasskeyCeremony ceremony, AddPasskey add, RemovePasskey remove) : PageModel
{
    private const string Shown = "RecoveryCodes";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public PasskeyForm Passkey { get; set; } = new();

    public PasskeyQuestion Question { get; private set; } = new("", "");

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public string Next => SignInAddresses.Local(this, ReturnUrl) ?? Url.To(AccountsLinks.Passkeys);

    public Task OnGetAsync(CancellationToken cancel)
    {
        // From an encrypted cookie, read once: to load the page again shows nothing.
        if (Done == "added" && TempData[Shown] is string codes) RecoveryCodes = codes.Split(' ');
        return ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var outcome = await add.RunAsync(User.AccountId(), Name, Passkey.Answer, cancel);
        await ShowAsync(cancel);
        if (!outcome.IsDone) return this.Refuse(outcome);
        if (outcome.Value.Length > 0) TempData[Shown] = string.Join(' ', outcome.Value);
        return this.SeeOther(AccountsLinks.Passkeys.With("done", "added").With("returnUrl", SignInAddresses.Local(this, ReturnUrl)));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancel) =>
        this.Answer(await remove.RunAsync(User.AccountId(), id, cancel), AccountsLinks.Passkeys.With("done", "removed"));

    private async Task ShowAsync(CancellationToken cancel)
    {
        var me = User.AccountId();
        Rows = await db.Set<Passkey>().AsNoTracking().Where(p => p.UserId == me).OrderBy(p => p.AddedOn).ThenBy(p => p.Name).Select(p => new Row(p.Id, p.Name, p.AddedOn)).ToListAsync(cancel);
        Question = await ceremony.ForNewAsync(me, cancel);
    }

    internal sealed record Row(Guid Id, string Name, DateOnly AddedOn);
}
