using Diapason.Consultations.Campaigns;
using Diapason.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Answering;

/// <summary>The cookie that holds a resume code: the only key to one's answers on this device.</summary>
internal static class ResponseCookie
{
    /// <summary>What stands for an hour in place of the code of answers just withdrawn on this device: it names nobody and opens nothing.</summary>
    private const string Withdrawn = "withdrawn";

    public const string Sent = "diapason.sent";
    public static readonly TimeSpan SentFor = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan Kept = TimeSpan.FromDays(120);

    public static string? Read(HttpRequest request, LiveCampaign campaign) =>
        request.Cookies.TryGetValue(campaign.CookieName, out var value) ? SecretCode.Read(value) : null;

    public static void Write(HttpResponse response, LiveCampaign campaign, string code) => Write(response, campaign, code, Kept);

    /// <summary>So that the pages of before, met again, say what became of them.</summary>
    public static void Withdraw(HttpResponse response, LiveCampaign campaign) => Write(response, campaign, Withdrawn, TimeSpan.FromHours(1));

    public static bool IsWithdrawn(HttpRequest request, LiveCampaign campaign) => request.Cookies[campaign.CookieName] == Withdrawn;

    /// <summary>
    /// Once answers are sent: a browser that kept their check page alive for its Back button asks for it again only when a cookie of the site has
    /// changed, and then meets the receipt.
    /// </summary>
    public static void ForgetPages(HttpResponse response) =>
        response.Cookies.Append(Sent, SecretCode.New(), new CookieOptions { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = SentFor });

    public static void Forget(HttpResponse response, LiveCampaign campaign)
    {
        response.Cookies.Delete(campaign.CookieName, new CookieOptions { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax });
        BegunCookie.Forget(response, campaign);
    }

    // HttpOnly, Secure outside Development: the cookie policy of the house.
    private static void Write(HttpResponse response, LiveCampaign campaign, string value, TimeSpan kept) =>
        response.Cookies.Append(campaign.CookieName, value, new CookieOptions { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = kept });
}
