using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Reaching;
using Diapason.Platform.Councils;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>A poster to print, on letter or A4 paper: what is asked, by whom, how long, until when, and how to get there. One for everyone, one for each association's link.</summary>
internal sealed class PosterModel(Visits visits, FindLink links, CampaignAddresses addresses, CurrentCouncil council) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    /// <summary>The association's link it leads by; null for everyone's.</summary>
    public AssociationLink? Via { get; private set; }

    public bool IsA4 => Request.Query["paper"] == "a4";

    public PosterSheet Sheet => new(Facts, council.Value, council.Settings.Contact, addresses.Of(Request, Facts, null, Via?.Code), Via?.Name, IsA4);

    public PageLink On(string paper) => ConsultationsLinks.Poster(Facts.Slug, Via?.Code).With("paper", paper);

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit) return NotFound();
        if (visit.State == CampaignState.Closed) return this.SeeOther(ConsultationsLinks.Start(slug));
        Facts = visit.Facts;
        Via = await links.LiveAsync(Facts.Id, Request.Query[ConsultationsLinks.Via], HttpContext.RequestAborted);
        return Page();
    }
}
