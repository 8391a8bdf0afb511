using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>All one's answers in words before they are sent, each with a way to change it.</summary>
[EnableRateLimiting(RateLimits.Submissions)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CheckModel(Visits visits, SubmitAnswers submit) : PageModel
{
    public Visit Visit { get; private set; } = null!;

    public IReadOnlyList<ReviewedSection> Sections { get; private set; } = [];

    public PageLink Back { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit) return NotFound();
        if (visit.Here != ConsultationsLinks.Check(slug)) return this.SeeOther(visit.Here);
        Visit = visit;
        Sections = AnswerReview.Of(visit.Route, visit.Screens);
        Back = visit.Route.Pages is [.., var last] ? ConsultationsLinks.Page(slug, last.Code) : ConsultationsLinks.Start(slug);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit) return NotFound();
        if (visit.Code is not { } code) return this.SeeOther(visit.Here);
        return this.SeeOther(await submit.RunAsync(visit.Facts, code, Languages.Current, HttpContext.RequestAborted) switch
        {
            SubmitOutcome.Sent => ConsultationsLinks.Receipt(slug),
            SubmitOutcome.Closed => ConsultationsLinks.Mine(slug),
            SubmitOutcome.Incomplete => visit.Here,
            _ => ConsultationsLinks.Start(slug),
        });
    }
}
