using Diapason.Accounts.Data;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Pages;

/// <summary>After a recovery code opened the session: how many are left, before going where one was going.</summary>
internal sealed class CodeUsedModel(DiapasonDb db, Landing landing) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public int Left { get; private set; }

    public string Next { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = User.AccountId();
        Left = await db.Set<RecoveryCode>().CountAsync(c => c.UserId == me, cancel);
        Next = await landing.OfAsync(this, ReturnUrl);
    }
}
