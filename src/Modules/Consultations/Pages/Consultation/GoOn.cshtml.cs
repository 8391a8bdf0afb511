using Diapason.Consultations.Answering;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>An address that leads each person to where they are: next page, check page, receipt or own copy.</summary>
internal sealed class GoOnModel(Visits visits) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string slug) =>
        await visits.FindAsync(HttpContext, slug) is { } visit ? this.SeeOther(visit.Here) : NotFound();
}
