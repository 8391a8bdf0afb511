using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Front;

/// <summary>Drafts and receipts of this device, found by the cookie that each campaign leaves there.</summary>
internal sealed class ConsultationsNotebook(
    IHttpContextAccessor http, CampaignDirectory campaigns, ResponseStore responses, CurrentCouncil council, Texts<ConsultationsModule> texts, TimeProvider clock) : INotebook
{
    public async ValueTask<IReadOnlyList<NotebookEntry>> HeldAsync(CancellationToken cancel)
    {
        var entries = new List<NotebookEntry>();
        foreach (var (campaign, code) in await CodesAsync(cancel))
            if (await responses.FindAsync(campaign, code, cancel) is { } draft) entries.Add(draft.IsSubmitted ? Sent(campaign, code, draft) : Unsent(campaign, code, draft.SavedOn));
        return entries;
    }

    public async ValueTask ForgetAsync(CancellationToken cancel)
    {
        foreach (var (campaign, _) in await CodesAsync(cancel))
            if (await campaigns.FindLiveAsync(campaign.Id, cancel) is { } live) ResponseCookie.Forget(http.HttpContext!.Response, live);
    }

    private async Task<List<(CampaignFacts Campaign, string Code)>> CodesAsync(CancellationToken cancel)
    {
        var codes = new List<(CampaignFacts, string)>();
        if (http.HttpContext is not { } context || context.Request.Cookies.Count == 0) return codes;
        foreach (var campaign in (await campaigns.AllAsync(council.Id, cancel)))
            if (await campaigns.FindLiveAsync(campaign.Id, cancel) is { } live && ResponseCookie.Read(context.Request, live) is { } code) codes.Add((campaign, code));
        return codes;
    }

    private NotebookEntry Unsent(CampaignFacts campaign, string code, DateOnly savedOn)
    {
        var isOpen = campaign.StateAt(clock.GetUtcNow().UtcDateTime) == CampaignState.Open;
        return new NotebookEntry
        {
            Kind = texts["notebook.draft"],
            Title = campaign.Title.Here,
            Text = !isOpen ? texts["notebook.draft_closed"]
                : campaign.ClosesAt is { } closes ? texts["notebook.draft_until", LocalDates.Of(savedOn), LocalDates.LastDay(closes)]
                : texts["notebook.draft_saved", LocalDates.Of(savedOn)],
            Act = texts[isOpen ? "notebook.resume" : "notebook.reread"],
            Link = isOpen ? ConsultationsLinks.GoOn(campaign.Slug) : ConsultationsLinks.MyAnswers(campaign.Slug),
            IsUnfinished = isOpen,
            Code = SecretCodes.Write(AnswerCodes.Resume, code),
        };
    }

    private NotebookEntry Sent(CampaignFacts campaign, string code, Draft sent) => new()
    {
        Kind = texts["notebook.sent"],
        Title = campaign.Title.Here,
        Text = sent.IsCounted ? texts["notebook.counted_on", LocalDates.Of(sent.SavedOn)] : texts["notebook.waits"],
        Act = texts["notebook.receipt"],
        Link = ConsultationsLinks.Receipt(campaign.Slug),
        Code = SecretCodes.Write(AnswerCodes.Resume, code),
        Proof = SecretCodes.Write(AnswerCodes.Receipt, ReceiptCode.Of(code)),
    };
}
