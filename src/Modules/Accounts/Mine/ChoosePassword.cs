using Diapason.Accounts.Data;
using Diapason.Accounts.Notices;
using Diapason.Accounts.SignIn;
using Diapason.Accounts.Trail;
using Diapason.Platform.Audit;
using Diapason.Platform.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace Diapason.Accounts.Mine;

/// <summary>Sets or changes one's password. Every session of the account ends, copies of this one's cookie included; this one goes on under another code.</summary>
internal sealed class ChoosePassword(UserManager<Account> accounts, CheckPasswordInSession check, JudgePassword judge, Session session, TellOwner tell, AuditTrail audit)
{
    /// <param name="account">The person signed in.</param>
    /// <param name="current">The password they have; null when they need not tell it (none yet, or just signed in by link).</param>
    /// <param name="chosen">The new one, already checked for length.</param>
    public async Task<Outcome> RunAsync(Account account, string? current, string chosen, CancellationToken cancel)
    {
        if (current is not null && !await check.IsRightAsync(account, current, cancel)) return Problem.Invalid("password.current_wrong", "CurrentPassword");
        if (await judge.RunAsync(account, chosen, cancel) is { } refused) return refused;
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, chosen);
        audit.Record(new AccountActs.PasswordChosen(account.Id));
        tell.Of(account.Id, "password");
        var saved = await accounts.UpdateSecurityStampAsync(account);
        if (!saved.Succeeded) throw new InvalidOperationException($"The password was not saved: {saved}.");
        await session.StartAgainAsync(cancel);
        return Outcome.Done;
    }
}
