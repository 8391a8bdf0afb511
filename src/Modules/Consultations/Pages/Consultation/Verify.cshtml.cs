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
internal sealed class VerifyModel(Receipts receipts, CampaignDirectory campaigns, CurrentCouncil council, SecretCodes codes, FindCodeKind kinds, Texts<ConsultationsModule> texts) : PageModel
{
    public string? Typed { get; private set; }

    public (CampaignFacts Campaign, DateTime SubmittedAt)? Counted { get; private set; }

    /// <summary>The code that was typed is of another kind.</summary>
    public CodeKind? Elsewhere { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        Typed = code;
        if (codes.Read(code) is not { } read) return Refuse(texts["verify.mistyped"]);
        var cancel = HttpContext.RequestAborted;
        if (council.OrNull is { } here && await receipts.FindAsync(here.Id, read.Code, cancel) is { } receipt && await campaigns.FindAsync(here.Id, receipt.Campaign, cancel) is { } campaign)
        {
            Counted = (campaign, receipt.SubmittedAt);
            return Page();
        }

        Elsewhere = await kinds.RunAsync(read, AnswerCodes.Receipt, cancel);
        return Refuse(Elsewhere?.Is ?? await DestroyedAsync(cancel) ?? texts["verify.unknown"]);
    }

    /// <summary>Where the council's last answers destroyed went: nothing says any more whose receipt was among them.</summary>
    private async Task<string?> DestroyedAsync(CancellationToken cancel) =>
        council.OrNull is { } here && (await campaigns.AllAsync(here.Id, cancel)).Where(c => c.DestroyedAt is not null).MaxBy(c => c.DestroyedAt) is { } last
            ? texts["verify.destroyed", last.Title.Here, last.DestroyedAt!.Value.LocalDay]
            : null;

    private IActionResult Refuse(string message)
    {
        ModelState.AddModelError("code", message);
        return this.Refused();
    }
}
