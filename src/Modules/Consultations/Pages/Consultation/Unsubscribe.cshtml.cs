using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Platform.Councils;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>
/// One button: no more mail from this council. Opening the address does nothing, since programs that look at mails open it; a mail program's own button posts here (RFC 8058),
/// from no page of ours and without a cookie. The seal is the proof.
/// </summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(RateLimits.Submissions)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class UnsubscribeModel(CampaignDirectory campaigns, CurrentCouncil council, AddressHashes hashes, RefuseMails refuse) : PageModel
{
    public bool IsDone => Request.Query["done"] == "refused";

    public async Task<IActionResult> OnGetAsync(string slug, string seal) => await HashAsync(slug, seal) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string slug, string seal)
    {
        if (await HashAsync(slug, seal) is not { } hash) return NotFound();
        await refuse.RunAsync(hash, HttpContext.RequestAborted);
        // A mail program follows nothing.
        if (Request.Form["List-Unsubscribe"] == "One-Click") return new OkResult();
        return this.SeeOther(ConsultationsLinks.Unsubscribe(slug, seal).With("done", "refused"));
    }

    private async Task<byte[]?> HashAsync(string slug, string seal) =>
        council.OrNull is { } here && await campaigns.FindAsync(here.Id, slug, HttpContext.RequestAborted) is not null ? (await hashes.OfAsync(here.Id, HttpContext.RequestAborted)).Open(seal) : null;
}
