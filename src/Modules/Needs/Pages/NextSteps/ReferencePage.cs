using Diapason.Needs.Paths;
using Diapason.Needs.Reference;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>A page that needs the council's framework and offer: not found when the council has none, and marked synthetic when they are.</summary>
internal abstract class ReferencePage(CurrentPath path) : PageModel
{
    public NeedsReference Reference { get; private set; } = null!;

    protected CurrentPath Path { get; } = path;

    /// <summary>The form was refused: the page says what is wrong with what was typed, and going back and forth asks nothing of the browser.</summary>
    [BindProperty(SupportsGet = true, Name = "refused")]
    public bool WasRefused { get; set; }

    /// <summary>Where whoever leaves a page of questions goes, once what they chose is kept; null for who goes on.</summary>
    protected string? Leaving(PageLink back) =>
        Request.Form["act"] == "back" ? Url.To(back)
        : Languages.AskedBy(Request.Form["act"]) is not null ? Languages.AddressAskedBy(Request)
        : Departures.AskedBy(Request.Form["act"]) is { } away ? Url.To(away)
        : null;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await Path.ReferenceAsync() is not { } reference)
        {
            context.Result = new NotFoundResult();
            return;
        }

        Reference = reference;
        ViewData["Synthetic"] = reference.Offer.IsSynthetic ? TextCatalog.Of(typeof(NeedsModule).Assembly)["start.synthetic"] : null;
        // What a person says of themselves must not be found in the browser of the next one.
        Response.Headers.CacheControl = "no-cache, no-store";
        await next();
    }
}
