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
internal sealed class ReceiptModel(Visits visits, ModuleCatalog modules, IEnumerable<IFollowUp> followUps) : PageModel
{
    public Visit Visit { get; private set; } = null!;

    /// <summary>The receipt, with the word that says which code it is.</summary>
    public string Code => SecretCodes.Write(AnswerCodes.Receipt, ReceiptCode.Of(Visit.Code!));

    public string ResumeCode => Visit.ResumeCode;

    public string VerifyAddress => Url.Whole(ConsultationsLinks.Verify);

    public string ResumeAddress => Url.Whole(ConsultationsLinks.Resume);

    /// <summary>The person comes from a page that was still open when the answers had been sent.</summary>
    public bool IsLate => Request.Query.ContainsKey(ConsultationsLinks.Late);

    /// <summary>What another module draws from these answers; null on an installation without it.</summary>
    public FollowUp? FollowUp { get; private set; }

    /// <summary>This campaign's, which stays when another one follows.</summary>
    public PageLink? Portrait => modules.Door(Door.Portrait)?.With("campaign", Visit.Facts.Slug);

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit) return NotFound();
        if (visit.Draft is not { IsSubmitted: true } sent) return this.SeeOther(visit.Here);
        Visit = visit;
        if (visit.IsPretest) return Page();
        foreach (var neighbour in followUps) FollowUp ??= await neighbour.AfterAsync(visit.Facts.Id, sent.Answers, HttpContext.RequestAborted);
        return Page();
    }
}
