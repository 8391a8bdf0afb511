using Diapason.Accounts.Contracts;
using Diapason.Accounts.Passkeys;
using Diapason.Accounts.SecondStep;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Accounts.Pages;

/// <summary>The six digits of the telephone, or a recovery code, after the password or the link.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class SecondStepModel(PassSecondStep pass, SignInWithPasskey withKey, Landing landing) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>A form that waits for its sender.</summary>
    [BindProperty]
    public string? Interrupted { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public PasskeyForm Passkey { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var outcome = await pass.RunAsync(Code, cancel);
        if (outcome.IsDone && InterruptedForm.Read(this, Interrupted) is { } form) return InterruptedSignIn.GoOn(this, form);
        if (outcome.IsDone && outcome.Value) return this.SeeOther(AccountsLinks.CodeUsed.With("returnUrl", SignInAddresses.Local(this, ReturnUrl)));
        if (outcome.IsDone) return this.SeeOther(await landing.OfAsync(this, ReturnUrl));
        // Never written back.
        Code = null;
        ModelState.Remove(nameof(Code));
        return this.Refuse(outcome);
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancel)
    {
        var outcome = await withKey.SecondAsync(Passkey.Answer, cancel);
        if (!outcome.IsDone) return this.Refuse(outcome);
        return InterruptedForm.Read(this, Interrupted) is { } form ? InterruptedSignIn.GoOn(this, form) : this.SeeOther(await landing.OfAsync(this, ReturnUrl));
    }
}

/// <summary>What the second step carries.</summary>
public sealed record SecondStepAsked(string? ReturnUrl, string? Interrupted)
{
    /// <summary>Never written back.</summary>
    public string? Code { get; init; }
}
