using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Platform.Web;

/// <summary>
/// A short form whose page tells what came of it is answered by a redirect to that page, refused or not: Back then never meets a form to send again.
/// What was typed waits for the page in an encrypted cookie, is read once, and is in no address.
/// </summary>
public static class TypedOnce
{
    // A cookie holds four kilobytes; whoever types more than a line is shown an empty box.
    private const int Longest = 200;

    /// <summary>303 to the page itself, which takes what was typed and judges it.</summary>
    public static IActionResult ShowTyped(this PageModel page, PageLink itself, string? typed)
    {
        page.TempData[Key(page)] = typed is { Length: > Longest } ? "" : typed ?? "";
        return page.SeeOther(itself);
    }

    /// <summary>What was just typed in this page's form; null when nothing was.</summary>
    public static string? TakeTyped(this PageModel page) => page.TempData[Key(page)] as string;

    private static string Key(PageModel page) => page.GetType().Name;
}
