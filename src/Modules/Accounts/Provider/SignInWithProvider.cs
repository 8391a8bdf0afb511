using System.Globalization;
using System.Security.Claims;
using Diapason.Accounts.Data;
using Diapason.Accounts.SecondStep;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Metering;
using Diapason.Platform.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace Diapason.Accounts.Provider;

/// <summary>
/// Opens a session for whoever the provider vouches for, when their verified address is an account's: it opens none. It stands for the first step; for the second too when it says, in
/// a word that the operator trusts, that it asked for more than a password. Nothing it said is kept.
/// </summary>
internal sealed class SignInWithProvider(UserManager<Account> accounts, CheckSecondFactor second, PendingSignIn pending, Session session, FreshSignIn fresh, ProviderSettings provider, TimeProvider clock)
{
    /// <returns>True when the second step is to be passed.</returns>
    public async Task<Outcome<bool>> RunAsync(ClaimsPrincipal said, CancellationToken cancel)
    {
        var opened = await OpenAsync(said, cancel);
        Measures.SignIn("provider", opened.IsDone);
        return opened;
    }

    private async Task<Outcome<bool>> OpenAsync(ClaimsPrincipal said, CancellationToken cancel)
    {
        if (said.FindFirstValue("email") is not { Length: > 0 } email || !string.Equals(said.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase)) return Problem.Invalid("provider.unverified");
        if (await accounts.FindByEmailAsync(email.Trim()) is not { } account) return Problem.Invalid("provider.unknown");
        var isMultiFactor = said.Claims.Any(claim => claim.Type is "amr" or "acr" && provider.MultiFactor.Contains(claim.Value));
        if (!isMultiFactor && await second.IsEnrolledAsync(account.Id, cancel))
        {
            await pending.KeepAsync(account.Id, byLink: false);
            return true;
        }

        await session.OpenAsync(account.Id, new SignInWay { IsMultiFactor = isMultiFactor, IsFresh = IsFresh(said) }, cancel);
        return false;
    }

    /// <summary>A provider that remembers people asks them nothing: they show who they are again before what matters, as in any session left open.</summary>
    private bool IsFresh(ClaimsPrincipal said) =>
        long.TryParse(said.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(at) < fresh.Window;
}
