using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>Says that the answer of a receipt code is counted, and nothing else about it.</summary>
[EnableRateLimiting(RateLimits.Codes)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class VerifyModel(Receipts receipts, CampaignDirectory campaigns, CurrentCouncil council, Texts<ConsultationsModule> texts) : PageModel
{
    public string? Typed { get; private set; }

    public (CampaignFacts Campaign, DateTime SubmittedAt)? Counted { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        Typed = code;
        if (SecretCode.Read(code) is not { } read) return Refuse("verify.mistyped");
        var cancel = HttpContext.RequestAborted;
        if (council.OrNull is not { } here || await receipts.FindAsync(here.Id, read, cancel) is not { } receipt || await campaigns.FindAsync(receipt.Campaign, cancel) is not { } campaign) return Refuse("verify.unknown");
        Counted = (campaign, receipt.SubmittedAt);
        return Page();
    }

    private IActionResult Refuse(string key)
    {
        ModelState.AddModelError("code", texts[key]);
        return this.Refused();
    }
}
