using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Pretesting;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>Erasing one's answers, draft or sent, open or closed.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class WithdrawModel(Visits visits, EraseAnswers erase, SendTrial trial, IEnumerable<IFollowUp> followUps) : PageModel
{
    public Visit Visit { get; private set; } = null!;

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
        if (visit is { IsPretest: true, Draft: not null }) await trial.TakeBackAsync(visit, HttpContext.RequestAborted);
        else if (visit.Code is { } code) await erase.RunAsync(visit.Facts, code, HttpContext.RequestAborted);
        foreach (var followUp in followUps) followUp.Forget();
        ResponseCookie.Withdraw(Response, visit.Campaign);
        return this.SeeOther(ConsultationsLinks.Withdrawn(slug));
    }
}
