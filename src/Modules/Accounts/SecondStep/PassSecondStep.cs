using Diapason.Accounts.SignIn;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;

namespace Diapason.Accounts.SecondStep;

/// <summary>Opens the session of whoever has passed the first step, or makes them wait for the second when their account has one.</summary>
internal sealed class PassSecondStep(CheckSecondFactor check, PendingSignIn pending, Session session)
{
    /// <returns>True when the second step is to be passed.</returns>
    public async Task<bool> AfterFirstAsync(Guid accountId, bool byLink, CancellationToken cancel)
    {
        if (await check.IsEnrolledAsync(accountId, cancel))
        {
            await pending.KeepAsync(accountId, byLink);
            return true;
        }

        await session.OpenAsync(accountId, byLink, cancel);
        return false;
    }

    /// <returns>True when a recovery code stood for the telephone.</returns>
    public async Task<Outcome<bool>> RunAsync(string? typed, CancellationToken cancel)
    {
        if (await pending.ReadAsync() is not { } who) return Problem.Invalid("second.late");
        if (string.IsNullOrWhiteSpace(typed)) return Problem.Invalid("second.missing", "Code");
        var said = await check.RunAsync(who.AccountId, typed, cancel);
        if (said.LockedUntil is { } until) return Problem.Invalid("second.locked", "Code", ("until", until.LocalTimeReached));
        if (!said.IsRight) return Problem.Invalid("second.refused", "Code", ("failures", CheckPassword.FailuresBeforeLock), ("minutes", (int)CheckPassword.Lock.TotalMinutes));
        await pending.ForgetAsync();
        await session.OpenAsync(who.AccountId, who.ByLink, cancel);
        return said.ByRecoveryCode;
    }
}
