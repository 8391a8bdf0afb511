using Diapason.Accounts.Contracts;
using Diapason.Accounts.Mine;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Access;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Accounts.Pages;

/// <summary>Says what erasing does, and asks once more.</summary>
[FreshSignIn(ToOpen = true)]
internal sealed class EraseModel(EraseMyAccount erase, Texts<AccountsModule> texts) : PageModel
{
    [BindProperty]
    public bool Understood { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Understood) return this.Answer(await erase.RunAsync(User.AccountId(), cancel), AccountsLinks.Erased);
        ModelState.AddModelError(nameof(Understood), texts["erase.not_understood"]);
        return this.Refused();
    }
}
