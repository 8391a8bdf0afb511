using System.Text;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Accounts;

/// <summary>Addresses of the module's pages, and where a person lands once signed in.</summary>
internal sealed class AccountsLinks(PublicAddress site)
{
    public const string SignIn = "/Accounts/SignIn/SignIn";
    public const string Account = "/Accounts/Mine/Account";
    public const string Members = "/Accounts/Administration/Members";
    public const string Organisations = "/Accounts/Administration/Organisations";

    /// <summary>From the site's root, for who links to one member without a page at hand.</summary>
    public const string MembersRoot = "~/council/members";
    public const string OrganisationsRoot = "~/council/organisations";

    /// <summary>Whole address, for a mail, of the page that uses a link; null when the site does not know its own address.</summary>
    public string? UseLink(PageModel page, string? returnUrl) =>
        site.For(page.Request) is { } origin ? origin + page.Url.Page("/Accounts/SignIn/UseLink", new { returnUrl = Local(page, returnUrl) }) : null;

    /// <summary>The page that sent the person to sign in, when it is one of ours; their account otherwise.</summary>
    public static string Landing(PageModel page, string? returnUrl) => Local(page, returnUrl) ?? page.Url.Page(Account)!;

    private static string? Local(PageModel page, string? returnUrl) => page.Url.IsLocalUrl(returnUrl) && Ascii.IsValid(returnUrl) ? returnUrl : null;
}
