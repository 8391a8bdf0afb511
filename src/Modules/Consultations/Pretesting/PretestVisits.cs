using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Pretesting;

/// <summary>
/// Somebody who tries the true pages of a campaign that is not open: they hold the secret of its link, or the code of what they began by it. Their code has a cookie
/// of its own, so that neither the notebook nor another module takes what they answer for an answer.
/// </summary>
internal sealed class PretestVisits(PretestStore trials, TimeProvider clock)
{
    public const string CookiePrefix = "diapason.pretest.";
    public static readonly TimeSpan Kept = ResponseCookie.Kept;

    /// <summary>Null when this device tries nothing: the usual, which asks the database nothing.</summary>
    public async ValueTask<Visit?> FindAsync(HttpContext context, LiveCampaign campaign)
    {
        if (campaign.Facts.StateAt(clock.GetUtcNow().UtcDateTime) != CampaignState.Planned) return null;
        var trial = Of(campaign);
        var (code, secret) = (ResponseCookie.Read(context.Request, trial), context.Request.Cookies[SecretName(campaign)]);
        if ((code ?? secret) is null || await trials.LinkAsync(campaign.Facts, context.RequestAborted) is not { } hash) return null;
        var draft = code is null ? null : await DraftAsync(campaign.Facts, code, context.RequestAborted);
        if (draft is null && (secret is null || !SecretCode.Matches(secret, hash))) return null;
        // The council erased what this device began: it begins again.
        return new Visit(trial, CampaignState.Open, draft is null ? null : code, draft) { IsPretest = true, IsWithdrawn = ResponseCookie.IsWithdrawn(context.Request, trial) };
    }

    public ValueTask<Draft?> DraftAsync(CampaignFacts campaign, string code, CancellationToken cancel) => trials.FindAsync(campaign, code, cancel);

    /// <summary>The device keeps the secret of the link.</summary>
    public static void Keep(HttpResponse response, LiveCampaign campaign, string secret) =>
        response.Cookies.Append(SecretName(campaign), secret, new CookieOptions { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = Kept });

    public static void Forget(HttpResponse response, LiveCampaign campaign)
    {
        ResponseCookie.Forget(response, Of(campaign));
        response.Cookies.Delete(SecretName(campaign), new CookieOptions { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax });
    }

    /// <summary>The campaign as it is tried.</summary>
    public static LiveCampaign Of(LiveCampaign campaign) => campaign with { CookieName = $"{CookiePrefix}{campaign.Facts.Id.Value:N}" };

    private static string SecretName(LiveCampaign campaign) => $"{CookiePrefix}link.{campaign.Facts.Id.Value:N}";
}
