using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Interests;
using Diapason.Platform.Councils;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>What the mail of somebody who wants results leads to. Opening it does nothing, since programs that look at mails open it: one button says yes.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ConfirmResultsModel(CampaignDirectory campaigns, CurrentCouncil council, InterestSeals seals, ConfirmInterest confirm) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    public string Seal { get; private set; } = "";

    /// <summary>What the link holds; null when it holds nothing of ours.</summary>
    public AskedInterest? Asked { get; private set; }

    public bool IsDone => Request.Query["done"] == "confirmed";

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (!await FindAsync(slug, Request.Query["seal"].ToString())) return NotFound();
        if (Asked is null && !IsDone) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (!await FindAsync(slug, Request.Form["seal"].ToString()) || Asked is null) return NotFound();
        return this.Answer(await confirm.RunAsync(Facts, Asked, HttpContext.RequestAborted), ConsultationsLinks.ConfirmResults(slug, null).With("done", "confirmed"));
    }

    private async Task<bool> FindAsync(string slug, string seal)
    {
        if (council.OrNull is not { } here || await campaigns.FindAsync(here.Id, slug, HttpContext.RequestAborted) is not { } live) return false;
        (Facts, Seal, Asked) = (live.Facts, seal, seals.Open(seal) is { } asked && asked.Campaign == live.Facts.Id.Value ? asked : null);
        return true;
    }
}
