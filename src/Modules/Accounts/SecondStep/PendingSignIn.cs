using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Diapason.Accounts.SecondStep;

/// <summary>Who has passed the first step and not the second: ten minutes in a cookie of its own, which opens nothing.</summary>
internal sealed class PendingSignIn(IHttpContextAccessor http)
{
    public const string Scheme = "diapason.second";
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    private const string ByLink = "link";

    public Task KeepAsync(Guid accountId, bool byLink)
    {
        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, accountId.ToString("D")));
        if (byLink) identity.AddClaim(new(ByLink, "1"));
        return http.HttpContext!.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    /// <summary>Null when nobody waits, or has waited too long.</summary>
    public async Task<(Guid AccountId, bool ByLink)?> ReadAsync() =>
        await http.HttpContext!.AuthenticateAsync(Scheme) is { Succeeded: true, Principal: var who } && Guid.TryParse(who.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            ? (id, who.HasClaim(ByLink, "1"))
            : null;

    public Task ForgetAsync() => http.HttpContext!.SignOutAsync(Scheme);
}
