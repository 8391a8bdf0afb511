using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Platform.Web;

/// <summary>The two answers to a posted form: 303 to what comes next, or 422 with the same page and its errors.</summary>
public static class PageAnswers
{
    /// <summary>The next page is asked with GET, so that refreshing it posts nothing again. Local addresses only.</summary>
    public static IActionResult SeeOther(this PageModel page, string? localUrl)
    {
        if (!page.Url.IsLocalUrl(localUrl)) throw new ArgumentException("Only an address of this site can follow a form.", nameof(localUrl));
        page.Response.Headers.Location = page.Url.Content(localUrl);
        return new StatusCodeResult(StatusCodes.Status303SeeOther);
    }

    /// <summary>The page again, with what was typed and what is wrong with it.</summary>
    public static IActionResult Refused(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.Page();
    }
}
