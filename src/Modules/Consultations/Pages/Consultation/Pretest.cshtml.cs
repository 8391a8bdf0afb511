using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Pretesting;
using Diapason.Platform.Councils;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>The link of a pretest: the device keeps its secret, and the address no longer shows it. Once the campaign is open, or the link closed, it says so.</summary>
[EnableRateLimiting(RateLimits.Submissions)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PretestModel(CampaignDirectory campaigns, PretestStore pretests, CurrentCouncil council, TimeProvider clock) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, string secret)
    {
        if (council.OrNull is not { } here || await campaigns.FindAsync(here.Id, slug, HttpContext.RequestAborted) is not { } campaign) return NotFound();
        Facts = campaign.Facts;
        var isPlanned = Facts.StateAt(clock.GetUtcNow().UtcDateTime) == CampaignState.Planned;
        if (isPlanned && SecretCode.Read(secret) is { } read && await pretests.LinkAsync(Facts, HttpContext.RequestAborted) is { } hash && SecretCode.Matches(read, hash))
        {
            PretestVisits.Keep(Response, campaign, read);
            return this.SeeOther(ConsultationsLinks.GoOn(slug));
        }

        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
