using System.Globalization;
using System.Security.Cryptography;
using Diapason.Consultations.Campaigns;
using Diapason.Platform.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Answering;

/// <summary>How long somebody has been answering.</summary>
/// <param name="Taken">Since they began on this device; null where it does not know.</param>
/// <param name="IsResumed">They came back with their code, on a device that did not see them begin: how long they took, nobody can tell.</param>
internal readonly record struct Begun(TimeSpan? Taken, bool IsResumed)
{
    /// <summary>As a watch judges it: a device that began, and whose memory of it is gone, has forgotten on purpose. It took no time.</summary>
    public TimeSpan? Judged => Taken ?? (IsResumed ? null : TimeSpan.Zero);
}

/// <summary>When this person began, sealed with the code of their answers, on their own device only, as long as the code: at the sending it becomes a class of time, and is forgotten.</summary>
internal sealed class BegunCookie(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Prefix = "diapason.begun.";
    private const string Resumed = "resumed";

    private readonly IDataProtector _seal = protection.CreateProtector("Diapason.Consultations.Begun", "2");

    public void Write(HttpResponse response, LiveCampaign campaign, string code) => Write(response, campaign, (clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), code));

    /// <summary>Somebody came back with their code; a device that saw them begin still knows it.</summary>
    public void Resume(HttpContext context, LiveCampaign campaign, string code)
    {
        if (Read(context.Request, campaign, code) is { Taken: null, IsResumed: false }) Write(context.Response, campaign, (Resumed, code));
    }

    public Begun Read(HttpRequest request, LiveCampaign campaign, string code)
    {
        try
        {
            // Sealed for other answers, it says nothing of these: one long wait does not serve twice.
            if (request.Cookies[Name(campaign)] is not { Length: > 0 } held || _seal.Unprotect(held).Split(' ') is not [var began, var whose] || whose != Mark(code)) return default;
            return long.TryParse(began, CultureInfo.InvariantCulture, out var seconds) ? new Begun(clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds), false) : new Begun(null, began == Resumed);
        }
        catch (CryptographicException)
        {
            return default;
        }
    }

    public static void Forget(HttpResponse response, LiveCampaign campaign) => response.Cookies.Delete(Name(campaign), Options());

    private void Write(HttpResponse response, LiveCampaign campaign, (string Began, string Code) what)
    {
        var kept = Options();
        kept.MaxAge = ResponseCookie.Kept;
        response.Cookies.Append(Name(campaign), _seal.Protect($"{what.Began} {Mark(what.Code)}"), kept);
    }

    private static string Mark(string code) => Convert.ToHexString(SecretCode.Hash(code));

    private static string Name(LiveCampaign campaign) => Prefix + campaign.Facts.Id.Value.ToString("N", CultureInfo.InvariantCulture);

    private static CookieOptions Options() => new() { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true };
}
