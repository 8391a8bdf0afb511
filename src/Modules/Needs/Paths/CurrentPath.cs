using System.Security.Cryptography;
using System.Text.Json;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Diapason.Needs.Paths;

/// <summary>
/// The visitor's path of this council, in an encrypted cookie that ends with the browser: nothing is stored on our side, nothing shows in an
/// address or a log, and back, refresh and the other language find it again.
/// </summary>
internal sealed class CurrentPath(IHttpContextAccessor http, IDataProtectionProvider protection, CurrentCouncil council, ReferenceLibrary library)
{
    public const string CookiePrefix = "diapason.path.";

    // Made when first needed: on an installation without a council, the page still has to say that it does not exist.
    private IDataProtector? _protector;

    private IDataProtector Protector => _protector ??= protection.CreateProtector("Diapason.Needs.Path", council.Id.ToString("N"));

    private string CookieName => $"{CookiePrefix}{council.Value.Slug}";

    private HttpContext Context => http.HttpContext!;

    /// <summary>Null when there is no council yet, or one without a framework.</summary>
    public async Task<NeedsReference?> ReferenceAsync() => council.OrNull is { } here ? await library.FindAsync(here.Id, Context.RequestAborted) : null;

    /// <summary>Null when the visitor has none, or one that cannot be read any more.</summary>
    public PathState? Read()
    {
        if (Context.Request.Cookies[CookieName] is not { Length: > 0 } cookie) return null;
        try
        {
            return JsonSerializer.Deserialize<PathState>(Protector.Unprotect(cookie), ReferenceJson.Options);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            return null;
        }
    }

    public void Keep(PathState state) =>
        Context.Response.Cookies.Append(CookieName, Protector.Protect(JsonSerializer.Serialize(state.After(Read()), ReferenceJson.Options)), Cookie());

    public void Forget() => Context.Response.Cookies.Delete(CookieName, Cookie());

    private static CookieOptions Cookie() => new() { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true };
}
