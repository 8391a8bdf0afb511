using Diapason.Consultations.Answering;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>After sending: the receipt code, and where to go from here.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ReceiptModel(Visits visits, ModuleCatalog modules) : PageModel
{
    public Visit Visit { get; private set; } = null!;

    public string Code { get; private set; } = "";

    /// <summary>Other modules' pages; null on an installation without them.</summary>
    public PageLink? NextSteps => modules.Door(Door.NextSteps);

    public PageLink? Portrait => modules.Door(Door.Portrait);

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit) return NotFound();
        if (visit.Draft is not { IsSubmitted: true }) return this.SeeOther(visit.Here);
        Visit = visit;
        Code = ReceiptCode.Of(visit.Code!);
        return Page();
    }
}
