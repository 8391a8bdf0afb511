using System.Globalization;
using System.Security.Claims;
using Diapason.Accounts.Data;
using Diapason.Platform.Access;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.SignIn;

/// <summary>Writes an account as claims: id, name, security stamp and one claim for each membership of a council.</summary>
internal sealed class AccountPrincipal(DiapasonDb db, TimeProvider clock)
{
    public const string Scheme = "diapason.account";
    private const string StampClaim = "diapason:stamp";
    private const string LinkClaim = "diapason:link";

    /// <summary>How long a session opened by a link may choose a password without telling the former one.</summary>
    private static readonly TimeSpan LinkIsProof = TimeSpan.FromMinutes(15);

    /// <summary>Null when the account no longer exists.</summary>
    public async Task<ClaimsPrincipal?> OfAsync(Guid accountId, CancellationToken cancel)
    {
        var known = await db.Set<Account>().AsNoTracking()
            .Where(a => a.Id == accountId)
            .Select(a => new { a.Name, a.Email, a.SecurityStamp })
            .SingleOrDefaultAsync(cancel);
        if (known is null) return null;
        var memberships = await db.EveryCouncil<Membership>().AsNoTracking()
            .Where(m => m.UserId == accountId)
            .Select(m => new { m.CouncilId, m.Role })
            .Distinct().OrderBy(m => m.CouncilId).ThenBy(m => m.Role)
            .ToListAsync(cancel);
        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, accountId.ToString("D")));
        identity.AddClaim(new(ClaimTypes.Name, known.Name ?? known.Email));
        identity.AddClaim(new(StampClaim, known.SecurityStamp));
        identity.AddClaims(memberships.Select(m => Policies.Membership(m.CouncilId, m.Role)));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>Notes that the person has just shown that they read the account's mail.</summary>
    public void MarkByLink(ClaimsPrincipal principal) =>
        ((ClaimsIdentity)principal.Identity!).AddClaim(new(LinkClaim, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));

    public bool JustCameByLink(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(LinkClaim), CultureInfo.InvariantCulture, out var at)
        && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(at) < LinkIsProof;

    public static bool SameStamp(ClaimsPrincipal one, ClaimsPrincipal other) => one.FindFirstValue(StampClaim) == other.FindFirstValue(StampClaim);

    /// <summary>Whether a refreshed principal says what the cookie said, the way it was opened aside.</summary>
    public static bool SameClaims(ClaimsPrincipal one, ClaimsPrincipal other) => Told(one).SequenceEqual(Told(other));

    public static void CarryLink(ClaimsPrincipal from, ClaimsPrincipal to)
    {
        if (from.FindFirst(LinkClaim) is { } link) ((ClaimsIdentity)to.Identity!).AddClaim(new(link.Type, link.Value));
    }

    private static IEnumerable<(string Type, string Value)> Told(ClaimsPrincipal principal) =>
        principal.Claims.Where(c => c.Type != LinkClaim).Select(c => (c.Type, c.Value)).Order();
}

/// <summary>Who is signed in, for pages.</summary>
internal static class SignedInAccount
{
    public static Guid AccountId(this ClaimsPrincipal principal) => Guid.Parse(principal.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
}
