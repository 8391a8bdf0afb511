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

/// <summary>Says that the answer of a receipt code is received, or counted, and nothing else about it.</summary>
[EnableRateLimiting(RateLimits.Codes)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class VerifyModel(Receipts receipts, CampaignDirectory campaigns, CurrentCouncil council, SecretCodes codes, WrongCodes wrong, FindCodeKind kinds, Texts<ConsultationsModule> texts) : PageModel
{
    public string? Typed { get; private set; }

    /// <summary>The campaign of the answer, and since which day it is counted; null while it waits for others.</summary>
    public (CampaignFacts Campaign, DateOnly? CountedOn)? Found { get; private set; }

    /// <summary>The code that was typed is of another kind.</summary>
    public CodeKind? Elsewhere { get; private set; }

    public async Task OnGetAsync()
    {
        if (this.TakeTyped() is not { } typed) return;
        Typed = typed;
        if (await RefusalAsync(typed) is { } message) ModelState.AddModelError("code", message);
    }

    public IActionResult OnPost(string? code) => this.ShowTyped(ConsultationsLinks.Verify, code);

    /// <summary>Null when the code proves that an answer is there.</summary>
    private async Task<string?> RefusalAsync(string typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return texts["code.empty"];
        if (codes.Read(typed) is not { } read) return texts["verify.mistyped"];
        var cancel = HttpContext.RequestAborted;
        if (council.OrNull is { } here && await receipts.FindAsync(here.Id, read.Code, cancel) is { } receipt && await campaigns.FindAsync(here.Id, receipt.Campaign, cancel) is { } campaign)
        {
            Found = (campaign, receipt.CountedOn);
            return null;
        }

        wrong.Count(HttpContext);
        Elsewhere = await kinds.RunAsync(read, AnswerCodes.Receipt, cancel);
        return Elsewhere?.Is ?? await DestroyedAsync(cancel) ?? texts["verify.unknown"];
    }

    /// <summary>Where the council's last answers destroyed went: nothing says any more whose receipt was among them.</summary>
    private async Task<string?> DestroyedAsync(CancellationToken cancel) =>
        council.OrNull is { } here && (await campaigns.AllAsync(here.Id, cancel)).Where(c => c.DestroyedAt is not null).MaxBy(c => c.DestroyedAt) is { } last
            ? texts["verify.destroyed", last.Title.Here, last.DestroyedAt!.Value.LocalDay]
            : null;
}
