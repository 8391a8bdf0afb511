using System.Security.Cryptography;
using System.Text.Json;
using Diapason.Platform.Councils;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Diapason.Needs.Paths;

/// <summary>
/// What one page must hand to the page that a redirect asks for, in an encrypted cookie of a few minutes: what was typed in a form that was refused,
/// the code just given. Going back and forth in the browser then never sends a form again.
/// </summary>
internal sealed class PassingCookie(IHttpContextAccessor http, IDataProtectionProvider protection, CurrentCouncil council)
{
    public const string Prefix = "diapason.steps-";

    /// <summary>What was typed in the forms, and the code just given.</summary>
    public const string Quick = "quick", Levels = "levels", Resume = "resume", Code = "code";

    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private HttpContext Context => http.HttpContext!;

    private IDataProtector Protector => protection.CreateProtector("Diapason.Needs.Passing", council.Id.ToString("N"));

    public void Keep(string page, IReadOnlyDictionary<string, string> fields) =>
        Context.Response.Cookies.Append(NameOf(page), Protector.Protect(JsonSerializer.Serialize(fields)), Options(Kept));

    /// <summary>Empty when nothing was handed to this page.</summary>
    public IReadOnlyDictionary<string, string> Read(string page)
    {
        if (Context.Request.Cookies[NameOf(page)] is not { Length: > 0 } cookie) return new Dictionary<string, string>();
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(Protector.Unprotect(cookie)) ?? [];
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            return new Dictionary<string, string>();
        }
    }

    public void Forget(string page)
    {
        if (Context.Request.Cookies.ContainsKey(NameOf(page))) Context.Response.Cookies.Delete(NameOf(page), Options(null));
    }

    /// <summary>Everything, when a person erases their steps or empties the device.</summary>
    public void ForgetAll()
    {
        foreach (var page in (string[])[Quick, Levels, Resume, Code]) Forget(page);
    }

    private static CookieOptions Options(TimeSpan? age) => new() { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = age };

    private string NameOf(string page) => $"{Prefix}{page}.{council.Value.Slug}";
}
