using Diapason.Accounts.Contracts;
using Diapason.Accounts.Data;
using Diapason.Accounts.Email;
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

/// <summary>Asks for another address. What follows is the same whatever the address, and nothing changes before its link is used.</summary>
[FreshSignIn(ToOpen = true)]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class EmailModel(DiapasonDb db, AskForNewEmail ask, SignInAddresses addresses) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string Present { get; private set; } = "";

    public bool CanMail => addresses.UseNewEmail(this) is not null;

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (addresses.UseNewEmail(this) is not { } address) return NotFound();
        await ReadAsync(cancel);
        return this.Answer(await ask.RunAsync(User.AccountId(), Email, address, cancel), AccountsLinks.Email.With("done", "asked"));
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var me = User.AccountId();
        Present = await db.Set<Account>().AsNoTracking().Where(a => a.Id == me).Select(a => a.Email).SingleAsync(cancel);
    }
}
