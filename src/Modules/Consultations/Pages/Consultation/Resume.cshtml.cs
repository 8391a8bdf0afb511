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

/// <summary>Coming back on another device with the code. A slip of the hand is told from a code nobody holds.</summary>
[EnableRateLimiting(RateLimits.Codes)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ResumeModel(ResponseStore responses, CampaignDirectory campaigns, CurrentCouncil council, Texts<ConsultationsModule> texts) : PageModel
{
    public string? Typed { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        Typed = code;
        if (SecretCode.Read(code) is not { } read) return Refuse("resume.mistyped");
        var cancel = HttpContext.RequestAborted;
        if (council.OrNull is not { } here || await responses.CampaignOfAsync(here.Id, read, cancel) is not { } id || await campaigns.FindLiveAsync(id, cancel) is not { } campaign) return Refuse("resume.unknown");
        ResponseCookie.Write(Response, campaign, read);
        return this.SeeOther(ConsultationsLinks.GoOn(campaign.Facts.Slug));
    }

    private IActionResult Refuse(string key)
    {
        ModelState.AddModelError("code", texts[key]);
        return this.Refused();
    }
}
