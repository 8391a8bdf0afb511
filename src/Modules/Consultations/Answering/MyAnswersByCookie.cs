using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Answering;

/// <summary>Finds the visitor's answers by their cookie.</summary>
internal sealed class MyAnswersByCookie(IHttpContextAccessor http, CampaignDirectory campaigns, ResponseStore responses) : IMyAnswers
{
    public async ValueTask<MyAnswers?> FindAsync(CampaignId campaign, CancellationToken cancel)
    {
        if (http.HttpContext is not { } context || await campaigns.FindLiveAsync(campaign, cancel) is not { } live) return null;
        if (ResponseCookie.Read(context.Request, live) is not { } code) return null;
        return await responses.FindAsync(live.Facts, code, cancel) is { } draft ? new MyAnswers(draft.Answers, draft.IsSubmitted) : null;
    }
}
