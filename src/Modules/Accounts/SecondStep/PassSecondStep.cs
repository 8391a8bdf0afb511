using Diapason.Accounts.SignIn;
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

    public async Task<Outcome> RunAsync(string? typed, CancellationToken cancel)
    {
        if (await pending.ReadAsync() is not { } who) return Problem.Invalid("second.late");
        if (string.IsNullOrWhiteSpace(typed)) return Problem.Invalid("second.missing", "Code");
        if (!await check.IsRightAsync(who.AccountId, typed, cancel))
            return Problem.Invalid("second.refused", "Code", ("failures", CheckPassword.FailuresBeforeLock), ("minutes", (int)CheckPassword.Lock.TotalMinutes));
        await pending.ForgetAsync();
        await session.OpenAsync(who.AccountId, who.ByLink, cancel);
        return Outcome.Done;
    }
}
