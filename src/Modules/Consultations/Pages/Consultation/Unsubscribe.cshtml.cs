using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>
/// One button: no more mail from this council. Opening the address does nothing, since programs that look at mails open it; a mail program's own button posts here (RFC 8058),
/// from no page of ours and without a cookie. The seal is the proof.
/// </summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(RateLimits.Submissions)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class UnsubscribeModel(CampaignDirectory campaigns, CurrentCouncil council, DiapasonDb db, AddressHashes hashes, RefuseMails refuse) : PageModel
{
    /// <summary>A fact of the list: no address and no cookie says so.</summary>
    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string seal)
    {
        if (await HashAsync(slug, seal) is not { } hash) return NotFound();
        IsDone = await db.Set<Refusal>().AnyAsync(r => r.AddressHash == hash, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string seal)
    {
        if (await HashAsync(slug, seal) is not { } hash) return NotFound();
        await refuse.RunAsync(hash, HttpContext.RequestAborted);
        // A mail program follows nothing.
        if (Request.Form["List-Unsubscribe"] == "One-Click") return new OkResult();
        return this.SeeOther(ConsultationsLinks.Unsubscribe(slug, seal));
    }

    private async Task<byte[]?> HashAsync(string slug, string seal) =>
        council.OrNull is { } here && await campaigns.FindAsync(here.Id, slug, HttpContext.RequestAborted) is not null ? (await hashes.OfAsync(here.Id, HttpContext.RequestAborted)).Open(seal) : null;
}
