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
internal sealed class ResumeModel(ResponseStore responses, CampaignDirectory campaigns, CurrentCouncil council, SecretCodes codes, FindCodeKind kinds, Texts<ConsultationsModule> texts) : PageModel
{
    public string? Typed { get; private set; }

    /// <summary>The code that was typed is of another kind.</summary>
    public CodeKind? Elsewhere { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        Typed = code;
        if (codes.Read(code) is not { } read) return Refuse(texts["resume.mistyped"]);
        var cancel = HttpContext.RequestAborted;
        if (council.OrNull is { } here && await responses.CampaignOfAsync(here.Id, read.Code, cancel) is { } id && await campaigns.FindLiveAsync(id, cancel) is { } campaign)
        {
            ResponseCookie.Write(Response, campaign, read.Code);
            return this.SeeOther(ConsultationsLinks.GoOn(campaign.Facts.Slug));
        }

        Elsewhere = await kinds.RunAsync(read, AnswerCodes.Resume, cancel);
        return Refuse(Elsewhere?.Is ?? texts["resume.unknown"]);
    }

    private IActionResult Refuse(string message)
    {
        ModelState.AddModelError("code", message);
        return this.Refused();
    }
}
