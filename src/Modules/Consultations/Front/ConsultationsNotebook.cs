using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Consultations.Pretesting;
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
        foreach (var (live, code) in await CookiesAsync(cancel))
        {
            var campaign = live.Facts;
            if (code is null) entries.Add(Gone(campaign, "withdrawn.told", "withdrawn.nothing"));
            else if (await responses.FindAsync(campaign, code, cancel) is not { } draft) entries.Add(Gone(campaign, "gone.title", "gone.text"));
            else entries.Add(draft.IsSubmitted ? Sent(campaign, code, draft) : Unsent(campaign, code, draft.SavedOn));
        }

        return entries;
    }

    public async ValueTask ForgetAsync(CancellationToken cancel)
    {
        foreach (var campaign in await campaigns.AllAsync(council.Id, cancel))
            if (await campaigns.FindLiveAsync(campaign.Id, cancel) is { } tried) PretestVisits.Forget(http.HttpContext!.Response, tried);
        foreach (var (live, _) in await CookiesAsync(cancel))
        {
            ResponseCookie.Forget(http.HttpContext!.Response, live);
            InvitationPasses.Forget(http.HttpContext!.Response, live);
        }
    }

    /// <summary>The campaigns of which the device holds something: a code, or none once the answers were withdrawn on it.</summary>
    private async Task<List<(LiveCampaign Campaign, string? Code)>> CookiesAsync(CancellationToken cancel)
    {
        var held = new List<(LiveCampaign, string?)>();
        if (http.HttpContext is not { } context || context.Request.Cookies.Count == 0) return held;
        foreach (var campaign in await campaigns.AllAsync(council.Id, cancel))
        {
            if (await campaigns.FindLiveAsync(campaign.Id, cancel) is not { } live) continue;
            var code = ResponseCookie.Read(context.Request, live);
            if (code is not null || ResponseCookie.IsWithdrawn(context.Request, live)) held.Add((live, code));
        }

        return held;
    }

    private NotebookEntry Gone(CampaignFacts campaign, string told, string why) => new()
    {
        Kind = texts["notebook.gone"],
        Title = campaign.Title.Here,
        Text = $"{texts[told]}. {texts[why]}",
        Act = texts["notebook.see"],
        Link = ConsultationsLinks.Start(campaign.Slug),
        IsGone = true,
    };

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
