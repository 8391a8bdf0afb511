using System.Globalization;
using System.Security.Claims;
using Diapason.Accounts.Contracts;
using Diapason.Platform.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace Diapason.Accounts.SignIn;

/// <summary>
/// A session is fresh for <c>Diapason:FreshSignInMinutes</c> (15) after its owner showed who they are: their password, or their mail by a link. The
/// moment is in the cookie, which only the server writes.
/// </summary>
internal sealed class FreshSignIn(IConfiguration configuration, LinkGenerator links, TimeProvider clock) : IFreshSignIn
{
    public const string Claim = "diapason:proof";
    private const int Usual = 15;

    public TimeSpan Window { get; } = TimeSpan.FromMinutes(
        int.TryParse(configuration["Diapason:FreshSignInMinutes"], NumberStyles.None, CultureInfo.InvariantCulture, out var set) && set is > 0 and <= 480 ? set : Usual);

    public bool IsFresh(ClaimsPrincipal person) =>
        long.TryParse(person.FindFirstValue(Claim), CultureInfo.InvariantCulture, out var at)
        && (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(at)) is var since && since >= TimeSpan.Zero && since < Window;

    public string PageBefore(HttpContext file) =>
        AccountsLinks.Confirm.With("returnUrl", (file.Request.PathBase + file.Request.Path + file.Request.QueryString).ToString()).With("file", 1).AddressOrNull(links, file.Request.PathBase)!;

    /// <summary>Notes that the person has just shown who they are.</summary>
    public void Mark(ClaimsPrincipal person)
    {
        var identity = (ClaimsIdentity)person.Identity!;
        if (identity.FindFirst(Claim) is { } former) identity.RemoveClaim(former);
        identity.AddClaim(new(Claim, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
    }
}
