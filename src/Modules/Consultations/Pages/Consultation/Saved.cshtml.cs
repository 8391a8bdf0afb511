using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>Leaving for now: the code that brings the person back, on this device or another.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SavedModel(Visits visits) : PageModel
{
    public Visit Visit { get; private set; } = null!;

    /// <summary>With the word that says which code it is.</summary>
    public string Code => Visit.ResumeCode;

    public string ResumeAddress => Url.Whole(ConsultationsLinks.Resume);

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit) return NotFound();
        if (visit.Draft is not { IsSubmitted: false }) return this.SeeOther(visit.Here);
        Visit = visit;
        return Page();
    }
}
