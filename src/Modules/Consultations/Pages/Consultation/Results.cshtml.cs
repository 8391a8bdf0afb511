using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Interests;
using Diapason.Consultations.Invitations;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>Who wants the results leaves an address, whether they answered or not: the page reads no cookie of answers, and knows of none.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ResultsModel(CampaignDirectory campaigns, CurrentCouncil council, AskForResults ask, PublicAddress site, TimeProvider clock) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    [BindProperty]
    public string? Email { get; set; }

    public bool IsAsked => Request.Query["done"] == "asked";

    public async Task<IActionResult> OnGetAsync(string slug) => await FindAsync(slug) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (!await FindAsync(slug)) return NotFound();
        var asked = await ask.RunAsync(Facts, ((Email ?? "").Trim(), Languages.Current), InvitationAddresses.HeadOf(Request, site), HttpContext.RequestAborted);
        return this.Answer(asked, ConsultationsLinks.Results(slug).With("done", "asked"));
    }

    private async Task<bool> FindAsync(string slug)
    {
        if (council.OrNull is not { } here || await campaigns.FindAsync(here.Id, slug, HttpContext.RequestAborted) is not { } live || live.Facts.StateAt(clock.GetUtcNow().UtcDateTime) == CampaignState.Planned) return false;
        Facts = live.Facts;
        return true;
    }
}
