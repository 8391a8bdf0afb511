using System.ComponentModel.DataAnnotations;
using Diapason.Accounts.Contracts;
using Diapason.Accounts.Mine;
using Diapason.Accounts.Passkeys;
using Diapason.Accounts.Provider;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Accounts.Pages;

/// <summary>One form, two ways in: the password, or a link mailed to the address.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class SignInModel(SignInWithPassword signIn, SignInWithPasskey withKey, RequestSignInLink request, SignInAddresses addresses, Landing landing, Texts<AccountsModule> texts, IEnumerable<ProviderSettings> providers) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>1 when a session was ended by another hand.</summary>
    [BindProperty(SupportsGet = true, Name = "ended")]
    public int? Ended { get; set; }

    /// <summary>What came of going to the provider.</summary>
    [BindProperty(SupportsGet = true, Name = ProviderReturn.Told)]
    public string? Told { get; set; }

    /// <summary>The provider's name; null when there is none.</summary>
    public string? Provider => providers.FirstOrDefault()?.Name;

    /// <summary>In a sentence; null when nothing is told.</summary>
    public string? ProviderSays => Provider is { } name && Told is ProviderReturn.Failed or ProviderReturn.Away or ProviderReturn.Refused or "unverified" or "unknown" ? texts["provider." + Told, name] : null;

    public string ProviderAddress => $"{Request.PathBase}{ProviderEndpoint.Address}{QueryString.Create(SignInAddresses.Local(this, ReturnUrl) is { } local ? [KeyValuePair.Create("returnUrl", (string?)local)] : [])}";

    /// <summary>A form that waits for its sender.</summary>
    [BindProperty]
    public string? Interrupted { get; set; }

    public bool AsksSecond { get; private set; }

    [BindProperty]
    public SignInForm Input { get; set; } = new();

    [BindProperty]
    public PasskeyForm Passkey { get; set; } = new();

    public bool CanMailLinks => addresses.UseLink(this, ReturnUrl) is not null;

    public string LinkAction => Url.To(AccountsLinks.SignIn.Handler("Link").With("returnUrl", ReturnUrl));

    public async Task<IActionResult> OnGetAsync() =>
        User.Identity?.IsAuthenticated == true ? LocalRedirect(await landing.OfAsync(this, ReturnUrl)) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(Input.Password)) ModelState.AddModelError("Input.Password", texts["sign_in.password_missing"]);
        if (!ModelState.IsValid) return this.Refused();
        var outcome = await signIn.RunAsync(Input.Email!, Input.Password!, cancel);
        if (!outcome.IsDone) return this.Refuse(outcome);
        if (InterruptedForm.Read(this, Interrupted) is { } form)
        {
            // A redirect would carry nothing: the second step is asked on the spot.
            AsksSecond = outcome.Value;
            return AsksSecond ? Page() : InterruptedSignIn.GoOn(this, form);
        }

        return outcome.Value ? this.SeeOther(AccountsLinks.SecondStep.With("returnUrl", SignInAddresses.Local(this, ReturnUrl))) : this.SeeOther(await landing.OfAsync(this, ReturnUrl));
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        var outcome = await withKey.RunAsync(Passkey.Answer, cancel);
        if (!outcome.IsDone) return this.Refuse(outcome);
        return InterruptedForm.Read(this, Interrupted) is { } form ? InterruptedSignIn.GoOn(this, form) : this.SeeOther(await landing.OfAsync(this, ReturnUrl));
    }

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancel)
    {
        ModelState.Remove("Input.Password");
        if (!ModelState.IsValid) return this.Refused();
        if (addresses.UseLink(this, ReturnUrl) is not { } address) return NotFound();
        await request.RunAsync(Input.Email!, address, cancel);
        return this.SeeOther(AccountsLinks.LinkSent);
    }
}

/// <summary>What the sign-in form holds.</summary>
public sealed record SignInForm
{
    [Required(ErrorMessage = "email.missing"), EmailAddress(ErrorMessage = "email.invalid"), StringLength(254, ErrorMessage = "email.invalid")]
    public string? Email { get; init; }

    [StringLength(ChosenPassword.Longest, ErrorMessage = "password.too_long")]
    public string? Password { get; init; }
}
