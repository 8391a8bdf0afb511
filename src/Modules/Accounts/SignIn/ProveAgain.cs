using Diapason.Accounts.Data;
using Diapason.Platform.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace Diapason.Accounts.SignIn;

/// <summary>Makes the session of this request fresh again by the password of its account. Failures count with that session.</summary>
internal sealed class ProveAgain(UserManager<Account> accounts, CheckPasswordInSession check, Session session)
{
    public async Task<Outcome> RunAsync(Guid accountId, string? password, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(password)) return Problem.Invalid("confirm.missing", "AgainPassword");
        var account = await accounts.FindByIdAsync(accountId.ToString());
        if (account is null || !await check.IsRightAsync(account, password, cancel))
            return Problem.Invalid("confirm.refused", "AgainPassword", ("failures", CheckPassword.FailuresBeforeLock), ("minutes", (int)CheckPassword.Lock.TotalMinutes));
        await session.RefreshAsync(cancel);
        return Outcome.Done;
    }
}
