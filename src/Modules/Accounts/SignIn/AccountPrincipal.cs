using System.Globalization;
using System.Security.Claims;
using Diapason.Accounts.Data;
using Diapason.Accounts.SecondStep;
using Diapason.Platform.Access;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.SignIn;

/// <summary>Writes an account as claims: id, name, the code of its session and one claim for each membership of a council.</summary>
internal sealed class AccountPrincipal(DiapasonDb db, SessionRows sessions, SecondFactorRule rule, TimeProvider clock)
{
    public const string Scheme = "diapason.account";
    internal const string CodeClaim = "diapason:session";
    internal const string EnrolClaim = "diapason:enrol";
    internal const string MultiFactorClaim = "diapason:multi-factor";
    private const string LinkClaim = "diapason:link";

    /// <summary>How long a session opened by a link may choose a password without telling the former one.</summary>
    private static readonly TimeSpan LinkIsProof = TimeSpan.FromMinutes(15);

    /// <summary>Null when the session has ended, by whatever hand: its account may be gone too.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="code">The session’s.</param>
    /// <param name="isMultiFactor">A provider asked for several factors when it was opened.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<ClaimsPrincipal?> OfAsync(Guid accountId, string code, bool isMultiFactor, CancellationToken cancel)
    {
        var hash = SessionRows.Hash(code);
        var known = await sessions.Open().Where(s => s.CodeHash == hash && s.UserId == accountId)
            .Join(db.Set<Account>(), s => s.UserId, a => a.Id, (s, a) => new { Name = a.Name ?? a.Email, s.SeenAt, HasSecond = db.Set<SecondFactor>().Any(f => f.UserId == a.Id) || db.Set<Passkey>().Any(p => p.UserId == a.Id) })
            .SingleOrDefaultAsync(cancel);
        if (known is null) return null;
        if (known.SeenAt < sessions.Hour) await NoteAsync(code, cancel);
        var memberships = await db.EveryCouncil<Membership>().AsNoTracking()
            .Where(m => m.UserId == accountId)
            .Select(m => new { m.CouncilId, m.Role })
            .Distinct().OrderBy(m => m.CouncilId).ThenBy(m => m.Role)
            .ToListAsync(cancel);
        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, accountId.ToString("D")));
        identity.AddClaim(new(ClaimTypes.Name, known.Name));
        identity.AddClaim(new(CodeClaim, code));
        // A role that asks for a second step does nothing without it.
        var hasSecond = known.HasSecond || isMultiFactor;
        identity.AddClaims(memberships.Where(m => hasSecond || !rule.Asks(m.Role)).Select(m => Policies.Membership(m.CouncilId, m.Role)));
        if (!hasSecond && memberships.Exists(m => rule.Asks(m.Role))) identity.AddClaim(new(EnrolClaim, "1"));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>Notes that the person has just shown that they read the account's mail.</summary>
    public void MarkByLink(ClaimsPrincipal principal) =>
        ((ClaimsIdentity)principal.Identity!).AddClaim(new(LinkClaim, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));

    /// <summary>Notes that a provider asked for several factors.</summary>
    public static void MarkMultiFactor(ClaimsPrincipal principal) => ((ClaimsIdentity)principal.Identity!).AddClaim(new(MultiFactorClaim, "1"));

    public bool JustCameByLink(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(LinkClaim), CultureInfo.InvariantCulture, out var at)
        && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(at) < LinkIsProof;

    /// <summary>Whether a refreshed principal says what the cookie said, the way it was opened aside.</summary>
    public static bool SameClaims(ClaimsPrincipal one, ClaimsPrincipal other) => Told(one).SequenceEqual(Told(other));

    /// <summary>How and when the person last showed who they are: the database does not know it.</summary>
    public static void Carry(ClaimsPrincipal from, ClaimsPrincipal to) =>
        ((ClaimsIdentity)to.Identity!).AddClaims(from.Claims.Where(c => c.Type is LinkClaim or FreshSignIn.Claim or MultiFactorClaim).Select(c => new Claim(c.Type, c.Value)));

    /// <summary>A disk that is full does not sign people out.</summary>
    private async Task NoteAsync(string code, CancellationToken cancel)
    {
        try
        {
            await sessions.SeenAsync(code, cancel);
        }
        catch (Exception failure) when (DatabaseFailure.IsIn(failure))
        {
            // The row keeps the hour it had: the next request tries again.
        }
    }

    private static IEnumerable<(string Type, string Value)> Told(ClaimsPrincipal principal) =>
        principal.Claims.Where(c => c.Type is not (LinkClaim or FreshSignIn.Claim or MultiFactorClaim)).Select(c => (c.Type, c.Value)).Order();
}

/// <summary>Who is signed in, for pages.</summary>
internal static class SignedInAccount
{
    public static Guid AccountId(this ClaimsPrincipal principal) => Guid.Parse(principal.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);

    /// <summary>A role of theirs asks for a second step, which they do not have yet.</summary>
    public static bool MustEnrol(this ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type == AccountPrincipal.EnrolClaim);

    public static bool IsMultiFactor(this ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type == AccountPrincipal.MultiFactorClaim);

    /// <summary>Null for nobody.</summary>
    public static string? SessionCode(this ClaimsPrincipal principal) => principal.FindFirstValue(AccountPrincipal.CodeClaim);
}
