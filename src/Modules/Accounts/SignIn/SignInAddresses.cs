using System.Text;
using Diapason.Accounts.Contracts;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Accounts.SignIn;

/// <summary>Where signing in is asked for from afar.</summary>
internal sealed class SignInAddresses(PublicAddress site)
{
    /// <summary>Whole address, for a mail, of the page that uses a link; null when the site does not know its own address.</summary>
    public string? UseLink(PageModel page, string? returnUrl) =>
        site.For(page.Request) is { } origin ? origin + page.Url.To(AccountsLinks.UseLink.With("returnUrl", Local(page, returnUrl))) : null;

    /// <summary>Whole address, for a mail, of the page that makes an address the account's.</summary>
    public string? UseNewEmail(PageModel page) => site.For(page.Request) is { } origin ? origin + page.Url.To(AccountsLinks.NewEmail) : null;

    /// <summary>The address when it is one of ours, null otherwise.</summary>
    public static string? Local(PageModel page, string? returnUrl) => page.Url.IsLocalUrl(returnUrl) && Ascii.IsValid(returnUrl) ? returnUrl : null;
}
