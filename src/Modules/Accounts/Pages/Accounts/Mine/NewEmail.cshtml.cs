using Diapason.Accounts.Contracts;
using Diapason.Accounts.Email;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Accounts.Pages;

/// <summary>What the mail sent to a new address opens, once its owner is signed in. Opening it changes nothing, since mail scanners open links: the person presses a button.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class NewEmailModel(ChangeEmail change) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>The address that would be the account's; null when the link is good no more.</summary>
    public string? Asked { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Asked = await change.AskedByAsync(User.AccountId(), Code, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        this.Answer(await change.RunAsync(User.AccountId(), Code, cancel), AccountsLinks.Account.With("done", "email"));
}
