using Diapason.Consultations.Campaigns;
using Diapason.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Answering;

/// <summary>The cookie that holds a resume code: the only key to one's answers on this device.</summary>
internal static class ResponseCookie
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(120);

    public static string? Read(HttpRequest request, LiveCampaign campaign) =>
        request.Cookies.TryGetValue(campaign.CookieName, out var value) ? SecretCode.Read(value) : null;

    // HttpOnly, Secure outside Development: the cookie policy of the house.
    public static void Write(HttpResponse response, LiveCampaign campaign, string code) =>
        response.Cookies.Append(campaign.CookieName, code, new CookieOptions { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = Kept });

    /// <summary>
    /// Once answers are sent: a browser that kept their check page alive for its Back button asks for it again only when a cookie of the site has
    /// changed, and then meets the receipt.
    /// </summary>
    public static void ForgetPages(HttpResponse response) =>
        response.Cookies.Append("diapason.sent", SecretCode.New(), new CookieOptions { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromMinutes(10) });

    public static void Forget(HttpResponse response, LiveCampaign campaign) =>
        response.Cookies.Delete(campaign.CookieName, new CookieOptions { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax });
}
