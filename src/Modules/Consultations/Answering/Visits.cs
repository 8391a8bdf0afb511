using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Pretesting;
using Diapason.Forms;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Answering;

/// <summary>Someone at a campaign: which one, in which state, and their answers when they hold some.</summary>
internal sealed class Visit(LiveCampaign campaign, CampaignState state, string? code, Draft? draft)
{
    private Route? _route;

    public LiveCampaign Campaign => campaign;

    public CampaignFacts Facts => campaign.Facts;

    public CampaignState State => state;

    public bool IsOpen => state == CampaignState.Open;

    /// <summary>The resume code their cookie holds; null when it opens nothing here.</summary>
    public string? Code => draft is null ? null : code;

    /// <summary>The same with the word that says which code it is, for a page to show; asked only where a draft is.</summary>
    public string ResumeCode => SecretCodes.Write(AnswerCodes.Resume, Code!);

    public Draft? Draft => draft;

    /// <summary>The device holds the code of answers that no longer exist.</summary>
    public bool IsGone => draft is null && code is not null;

    /// <summary>The answers were withdrawn on this device a moment ago.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The true pages are being tried before the opening: what is answered is kept apart, counts nowhere and is erased.</summary>
    public bool IsPretest { get; init; }

    public Screens Screens => campaign.In(Languages.Current);

    public Route Route => _route ??= Facts.Questionnaire.RouteFor(draft?.Answers ?? AnswerSet.Empty);

    /// <summary>The same for who asked for another page: the one they are led to says what on it cannot be read.</summary>
    public PageLink Instead => IsOpen && draft is { IsSubmitted: false } && Route.FirstIncomplete is { } page && draft.Typed.HasAny(page) ? Here.With(ConsultationsLinks.Mend, "1") : Here;

    /// <summary>Where this person goes on from.</summary>
    public PageLink Here => draft is null ? ConsultationsLinks.Start(Facts.Slug).With("done", IsWithdrawn ? "withdrawn" : null)
        : draft.IsSubmitted ? ConsultationsLinks.Receipt(Facts.Slug)
        : !IsOpen ? ConsultationsLinks.MyAnswers(Facts.Slug)
        : Route.FirstIncomplete is { } page ? ConsultationsLinks.Page(Facts.Slug, page.Code)
        : ConsultationsLinks.Check(Facts.Slug);
}

/// <summary>Finds the campaign an address names and the visitor's answers.</summary>
internal sealed class Visits(CampaignDirectory campaigns, ResponseStore responses, PretestVisits pretests, CurrentCouncil council, SecretCodes codes, BegunCookie begun, TimeProvider clock)
{
    /// <summary>Null when the council has no such campaign.</summary>
    public async ValueTask<Visit?> FindAsync(HttpContext context, string slug)
    {
        if (council.OrNull is not { } here || await campaigns.FindAsync(here.Id, slug, context.RequestAborted) is not { } campaign) return null;
        if (await pretests.FindAsync(context, campaign) is { } trial) return trial;
        var code = ResponseCookie.Read(context.Request, campaign);
        var draft = code is null ? null : await responses.FindAsync(campaign.Facts, code, context.RequestAborted);
        return new Visit(campaign, campaign.Facts.StateAt(clock.GetUtcNow().UtcDateTime), code, draft) { IsWithdrawn = ResponseCookie.IsWithdrawn(context.Request, campaign) };
    }

    /// <summary>The same visit with the code that was typed, once it opens something; null otherwise.</summary>
    public async ValueTask<Visit?> ReopenAsync(HttpContext context, Visit visit, string? typed)
    {
        if (codes.Read(typed)?.Code is not { } code) return null;
        var draft = visit.IsPretest ? await pretests.DraftAsync(visit.Facts, code, context.RequestAborted) : await responses.FindAsync(visit.Facts, code, context.RequestAborted);
        if (draft is null) return null;
        ResponseCookie.Write(context.Response, visit.Campaign, code);
        begun.Resume(context, visit.Campaign, code);
        return new Visit(visit.Campaign, visit.State, code, draft) { IsPretest = visit.IsPretest };
    }
}
