using System.ComponentModel.DataAnnotations;
using Diapason.Accounts.Contracts;
using Diapason.Accounts.Data;
using Diapason.Accounts.Mine;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Pages;

/// <summary>Choose a password, or another. The former is asked for, unless the person has just signed in by link.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class PasswordModel(DiapasonDb db, ChoosePassword choose, AccountPrincipal principals, Texts<AccountsModule> texts) : PageModel
{
    [BindProperty]
    public PasswordForm Input { get; set; } = new();

    public bool AsksCurrent { get; private set; }

    public string Email { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var account = await ReadAsync(cancel);
        if (AsksCurrent && string.IsNullOrEmpty(Input.CurrentPassword)) ModelState.AddModelError("Input.CurrentPassword", texts["password.current_missing"]);
        if (!ModelState.IsValid) return this.Refused();
        return this.Answer(
            await choose.RunAsync(account, AsksCurrent ? Input.CurrentPassword : null, Input.NewPassword!, cancel),
            AccountsLinks.Account.With("done", "password"), nameof(Input));
    }

    private async Task<Account> ReadAsync(CancellationToken cancel)
    {
        var id = User.AccountId();
        var account = await db.Set<Account>().SingleAsync(a => a.Id == id, cancel);
        (AsksCurrent, Email) = (account.PasswordHash is not null && !principals.JustCameByLink(User), account.Email);
        return account;
    }
}

/// <summary>What the password form holds.</summary>
public sealed record PasswordForm
{
    [StringLength(ChosenPassword.Longest, ErrorMessage = "password.too_long")]
    public string? CurrentPassword { get; init; }

    [Required(ErrorMessage = "password.new_missing")]
    [MinLength(ChosenPassword.Shortest, ErrorMessage = "password.too_short")]
    [MaxLength(ChosenPassword.Longest, ErrorMessage = "password.too_long")]
    public string? NewPassword { get; init; }
}
