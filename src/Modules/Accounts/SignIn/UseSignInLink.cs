using Diapason.Accounts.Data;
using Diapason.Accounts.SecondStep;
using Diapason.Platform.Data;
using Diapason.Platform.Metering;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.SignIn;

/// <summary>Opens a session for a link that is still good, and spends every link of its account.</summary>
internal sealed class UseSignInLink(DiapasonDb db, PassSecondStep second, TimeProvider clock)
{
    private static readonly Problem Refused = Problem.Invalid("use_link.refused");

    /// <summary>What may be said of a link before its button is pressed: whoever opens it holds its code.</summary>
    public async Task<LinkState> StateAsync(string? code, CancellationToken cancel)
    {
        if (code is not { Length: > 0 and <= 100 }) return LinkState.Unknown;
        var hash = NewSignInLink.Hash(code);
        if (await db.Set<SignInLink>().AsNoTracking().SingleOrDefaultAsync(l => l.CodeHash == hash, cancel) is not { } link) return LinkState.Unknown;
        return link.UsedAt is not null ? LinkState.Used : link.ExpiresAt <= clock.GetUtcNow().UtcDateTime ? LinkState.Expired : LinkState.Good;
    }

    /// <returns>True when the second step is to be passed.</returns>
    public async Task<Outcome<bool>> RunAsync(string? code, CancellationToken cancel)
    {
        var opened = await SpendAsync(code, cancel);
        Measures.SignIn("link", opened.IsDone);
        return opened;
    }

    private async Task<Outcome<bool>> SpendAsync(string? code, CancellationToken cancel)
    {
        if (code is not { Length: > 0 and <= 100 }) return Refused;
        var (hash, now) = (NewSignInLink.Hash(code), clock.GetUtcNow().UtcDateTime);
        var links = db.Set<SignInLink>();
        // One conditional update: of two presses at the same instant, one signs in.
        if (await links.Where(l => l.CodeHash == hash && l.UsedAt == null && l.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), cancel) == 0) return Refused;
        var accountId = await links.Where(l => l.CodeHash == hash).Select(l => l.UserId).SingleAsync(cancel);
        await links.Where(l => l.UserId == accountId && l.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), cancel);
        // Who reads the account's mail is its owner: the lock made by somebody's guesses is lifted.
        await db.Set<Account>().Where(a => a.Id == accountId).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.LockedUntil, (DateTime?)null).SetProperty(a => a.AccessFailedCount, 0), cancel);
        return await second.AfterFirstAsync(accountId, byLink: true, cancel);
    }
}

/// <summary>What a mailed link is worth.</summary>
internal enum LinkState
{
    Good,

    /// <summary>It signed somebody in, or another link of the account did.</summary>
    Used,
    Expired,

    /// <summary>Cut on its way, or erased since.</summary>
    Unknown,
}
