using System.Security.Cryptography;
using System.Text.Json;
using Diapason.Platform.Councils;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Diapason.Platform.Front;

/// <summary>
/// Codes a person asked this device to keep, in one encrypted cookie a council: no script, nothing on our side, nothing in an address. A module
/// reads only its own kind.
/// </summary>
public sealed class DeviceCodes(IHttpContextAccessor http, IDataProtectionProvider protection, CurrentCouncil council)
{
    /// <summary>A cookie holds four kilobytes: beyond this the oldest code leaves.</summary>
    private const int Most = 24;

    internal const string CookiePrefix = "diapason.codes.";

    /// <summary>How long after the last one was kept.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(365);
    private IReadOnlyList<DeviceCode>? _codes;

    private HttpContext Context => http.HttpContext!;

    private string CookieName => $"{CookiePrefix}{council.Value.Slug}";

    private IDataProtector Protector => protection.CreateProtector("Diapason.DeviceCodes", council.Id.ToString("N"));

    public IReadOnlyList<string> Read(string kind) => [.. All().Where(code => code.Kind == kind).Select(code => code.Code)];

    public void Keep(string kind, string code) => Write([.. All().Where(known => known.Code != code).TakeLast(Most - 1), new DeviceCode(kind, code)]);

    public void Forget(string kind) => Write([.. All().Where(code => code.Kind != kind)]);

    private IReadOnlyList<DeviceCode> All()
    {
        if (_codes is not null) return _codes;
        if (council.OrNull is null || Context.Request.Cookies[CookieName] is not { Length: > 0 } cookie) return _codes = [];
        try
        {
            return _codes = JsonSerializer.Deserialize<List<DeviceCode>>(Protector.Unprotect(cookie), JsonSerializerOptions.Web) ?? [];
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            return _codes = [];
        }
    }

    private void Write(IReadOnlyList<DeviceCode> codes)
    {
        _codes = codes;
        var options = new CookieOptions { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true };
        if (codes.Count == 0)
        {
            Context.Response.Cookies.Delete(CookieName, options);
            return;
        }

        options.MaxAge = Kept;
        Context.Response.Cookies.Append(CookieName, Protector.Protect(JsonSerializer.Serialize(codes, JsonSerializerOptions.Web)), options);
    }

    private sealed record DeviceCode(string Kind, string Code);
}
