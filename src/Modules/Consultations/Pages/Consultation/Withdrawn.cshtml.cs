using Diapason.Consultations.Answering;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>Says that answers are erased, to the device that has just withdrawn them: anybody else, and who has begun again since, is led where they are.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class WithdrawnModel(Visits visits) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string slug) => await visits.FindAsync(HttpContext, slug) switch
    {
        null => NotFound(),
        { IsWithdrawn: true, Draft: null } => Page(),
        var visit => this.SeeOther(visit.Here),
    };
}
