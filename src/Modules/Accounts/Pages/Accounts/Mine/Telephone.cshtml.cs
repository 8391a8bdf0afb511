using System.Security.Cryptography;
using Diapason.Accounts.Contracts;
using Diapason.Accounts.Data;
using Diapason.Accounts.SecondStep;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Pages;

/// <summary>Ties a telephone to the account: its key as a picture, a link and letters; the digits it shows prove that it has it. The recovery codes are on the page that follows, once.</summary>
[FreshSignIn(ToOpen = true)]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class TelephoneModel(DiapasonDb db, EnrolSecondFactor enrol, NewRecoveryCodes codes, CheckSecondFactor check, CurrentCouncil council) : PageModel
{
    private const string Shown = "RecoveryCodes";

    private byte[] _key = [];

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary><c>tied</c>, or <c>codes</c> when only these were made again.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The key on the page, encrypted: nothing is kept before the telephone has shown its digits.</summary>
    [BindProperty]
    public string? Key { get; set; }

    /// <summary>A form that waits for its sender to have a telephone.</summary>
    [BindProperty]
    public string? Interrupted { get; set; }

    public bool IsAsked { get; private set; }

    public DateOnly? EnrolledOn { get; private set; }

    public int CodesLeft { get; private set; }

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public string Letters => TimeBasedCode.InLetters(_key);

    public string Next => SignInAddresses.Local(this, ReturnUrl) ?? Url.To(AccountsLinks.Account);

    /// <summary>What authenticators read: the house's name, the address of the account, the key.</summary>
    public string Address { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        // From an encrypted cookie, read once: to load the page again makes nothing and shows nothing.
        if (Done is "tied" or "codes" && TempData[Shown] is string codes) RecoveryCodes = codes.Split(' ');
        await ShowAsync(TimeBasedCode.NewKey(), cancel);
    }

    /// <summary>The page again, with the form that waits: no address could hold it.</summary>
    public Task OnPostFirstAsync(CancellationToken cancel) => ShowAsync(TimeBasedCode.NewKey(), cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAsync(Read() ?? TimeBasedCode.NewKey(), cancel);
        var outcome = await enrol.RunAsync(User.AccountId(), _key, Code, cancel);
        if (!outcome.IsDone) return this.Refuse(outcome);
        return InterruptedForm.Read(this, Interrupted) is { } form ? InterruptedSignIn.Send(this, form, outcome.Value) : Show(outcome.Value, "tied");
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken cancel)
    {
        var outcome = await codes.RunAsync(User.AccountId(), cancel);
        return outcome.IsDone ? Show(outcome.Value, "codes") : NotFound();
    }

    private IActionResult Show(string[] made, string done)
    {
        TempData[Shown] = string.Join(' ', made);
        return this.SeeOther(AccountsLinks.Telephone.With("done", done).With("returnUrl", SignInAddresses.Local(this, ReturnUrl)));
    }

    private byte[]? Read()
    {
        try
        {
            return check.Unprotect(Key ?? "");
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private async Task ShowAsync(byte[] key, CancellationToken cancel)
    {
        var me = User.AccountId();
        var email = await db.Set<Account>().Where(a => a.Id == me).Select(a => a.Email).SingleAsync(cancel);
        EnrolledOn = await db.Set<SecondFactor>().Where(f => f.UserId == me).Select(f => (DateOnly?)f.EnrolledOn).SingleOrDefaultAsync(cancel);
        CodesLeft = await db.Set<RecoveryCode>().CountAsync(c => c.UserId == me, cancel);
        IsAsked = User.MustEnrol();
        (_key, Key) = (key, check.Protect(key));
        ModelState.Remove(nameof(Key));
        var issuer = council.OrNull?.Name.Here ?? "Diapason";
        Address = $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(email)}?secret={Letters.Replace(" ", "", StringComparison.Ordinal)}&issuer={Uri.EscapeDataString(issuer)}";
    }
}
