using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>Making this device forget one's code, for a shared device or another person. The answers stay; the code is shown once more first.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ForgetModel(Visits visits) : PageModel
{
    public Visit Visit { get; private set; } = null!;

    /// <summary>With the word that says which code it is.</summary>
    public string Code => Visit.ResumeCode;

    /// <summary>Null for a draft.</summary>
    public string? Receipt => Visit.Draft!.IsSubmitted && !Visit.IsPretest ? SecretCodes.Write(AnswerCodes.Receipt, ReceiptCode.Of(Visit.Code!)) : null;

    public string ResumeAddress => Url.Whole(ConsultationsLinks.Resume);

    /// <summary>Where whoever changes their mind goes.</summary>
    public PageLink Keep => Visit.Draft!.IsSubmitted ? ConsultationsLinks.Receipt(Visit.Facts.Slug)
        : Visit.IsOpen ? ConsultationsLinks.Saved(Visit.Facts.Slug)
        : ConsultationsLinks.MyAnswers(Visit.Facts.Slug);

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit) return NotFound();
        if (visit.Draft is null) return this.SeeOther(visit.Here);
        Visit = visit;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit) return NotFound();
        ResponseCookie.Forget(Response, visit.Campaign);
        // Of two people at one device, the second must not spend the invitation of the first.
        InvitationPasses.Forget(Response, visit.Campaign);
        return this.SeeOther(ConsultationsLinks.Start(slug).With("done", "forgotten"));
    }
}
