using Diapason.Accounts.Contracts;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Accounts.Pages;

/// <summary>What a mailed link opens. Opening it spends nothing, since mail scanners open links: the person presses a button.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class UseLinkModel(UseSignInLink use, Landing landing) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public LinkState State { get; private set; }

    /// <summary>Where whoever is signed in already goes on from.</summary>
    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        State = await use.StateAsync(Code, cancel);
        if (State != LinkState.Good && User.Identity?.IsAuthenticated == true) Next = await landing.OfAsync(this, ReturnUrl);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var outcome = await use.RunAsync(Code, cancel);
        if (!outcome.IsDone)
        {
            State = await use.StateAsync(Code, cancel);
            return this.Refuse(outcome);
        }

        return outcome.Value ? this.SeeOther(AccountsLinks.SecondStep.With("returnUrl", SignInAddresses.Local(this, ReturnUrl))) : this.SeeOther(await landing.OfAsync(this, ReturnUrl));
    }
}
