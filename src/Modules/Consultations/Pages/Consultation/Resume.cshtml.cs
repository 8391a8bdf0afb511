using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Pretesting;
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
internal sealed class ResumeModel(ResponseStore responses, PretestStore pretests, CampaignDirectory campaigns, BegunCookie begun, CurrentCouncil council, SecretCodes codes, WrongCodes wrong, FindCodeKind kinds, Texts<ConsultationsModule> texts) : PageModel
{
    public string? Typed { get; private set; }

    /// <summary>The code that was typed is of another kind.</summary>
    public CodeKind? Elsewhere { get; private set; }

    public async Task OnGetAsync()
    {
        if (this.TakeTyped() is not { } typed) return;
        Typed = typed;
        ModelState.AddModelError("code", await RefusalAsync(typed));
    }

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        if (codes.Read(code) is not { } read) return this.ShowTyped(ConsultationsLinks.Resume, code);
        var cancel = HttpContext.RequestAborted;
        if (council.OrNull is { } here && await responses.CampaignOfAsync(here.Id, read.Code, cancel) is { } id && await campaigns.FindLiveAsync(id, cancel) is { } campaign)
        {
            ResponseCookie.Write(Response, campaign, read.Code);
            begun.Resume(HttpContext, campaign, read.Code);
            return this.SeeOther(ConsultationsLinks.GoOn(campaign.Facts.Slug));
        }

        if (council.OrNull is { } ours && await pretests.CampaignOfAsync(ours.Id, read.Code, cancel) is { } tried && await campaigns.FindLiveAsync(tried, cancel) is { } trial)
        {
            ResponseCookie.Write(Response, PretestVisits.Of(trial), read.Code);
            return this.SeeOther(ConsultationsLinks.GoOn(trial.Facts.Slug));
        }

        wrong.Count(HttpContext);
        return this.ShowTyped(ConsultationsLinks.Resume, code);
    }

    private async Task<string> RefusalAsync(string typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return texts["code.empty"];
        if (codes.Read(typed) is not { } read) return texts["resume.mistyped"];
        Elsewhere = await kinds.RunAsync(read, AnswerCodes.Resume, HttpContext.RequestAborted);
        return Elsewhere?.Is ?? texts["resume.unknown"];
    }
}
