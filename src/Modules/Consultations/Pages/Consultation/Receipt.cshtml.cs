using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Modules;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>After sending: the receipt code, and where to go from here.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ReceiptModel(Visits visits, ModuleCatalog modules) : PageModel
{
    public Visit Visit { get; private set; } = null!;

    /// <summary>The receipt, with the word that says which code it is.</summary>
    public string Code => SecretCodes.Write(AnswerCodes.Receipt, ReceiptCode.Of(Visit.Code!));

    public string ResumeCode => SecretCodes.Write(AnswerCodes.Resume, Visit.Code!);

    public string VerifyAddress => $"{Request.Scheme}://{Request.Host}{Url.To(ConsultationsLinks.Verify)}";

    /// <summary>Other modules' pages; null on an installation without them.</summary>
    public PageLink? NextSteps => modules.Door(Door.NextSteps);

    /// <summary>This campaign's, which stays when another one follows.</summary>
    public PageLink? Portrait => modules.Door(Door.Portrait)?.With("campaign", Visit.Facts.Slug);

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit) return NotFound();
        if (visit.Draft is not { IsSubmitted: true }) return this.SeeOther(visit.Here);
        Visit = visit;
        return Page();
    }
}
