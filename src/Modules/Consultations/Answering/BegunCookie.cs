using System.Globalization;
using System.Security.Cryptography;
using Diapason.Consultations.Campaigns;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Answering;

/// <summary>When this person began, sealed, on their own device only: at the sending it becomes a class of time, and is forgotten.</summary>
internal sealed class BegunCookie(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Prefix = "diapason.begun.";

    private readonly IDataProtector _seal = protection.CreateProtector("Diapason.Consultations.Begun");

    public void Write(HttpResponse response, LiveCampaign campaign) =>
        response.Cookies.Append(Name(campaign), _seal.Protect(clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)), Options());

    /// <summary>How long ago; null where the device does not know.</summary>
    public TimeSpan? Read(HttpRequest request, LiveCampaign campaign)
    {
        try
        {
            return request.Cookies[Name(campaign)] is { Length: > 0 } held && long.TryParse(_seal.Unprotect(held), CultureInfo.InvariantCulture, out var seconds)
                ? clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void Forget(HttpResponse response, LiveCampaign campaign) => response.Cookies.Delete(Name(campaign), Options());

    private static string Name(LiveCampaign campaign) => Prefix + campaign.Facts.Id.Value.ToString("N", CultureInfo.InvariantCulture);

    private static CookieOptions Options() => new() { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true };
}
