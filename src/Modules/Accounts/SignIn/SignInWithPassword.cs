using Diapason.Accounts.Data;
using Diapason.Platform.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace Diapason.Accounts.SignIn;

/// <summary>Opens a session for an address and its password. Every refusal is the same: who asks learns nothing of who has an account.</summary>
internal sealed class SignInWithPassword(UserManager<Account> accounts, CheckPassword check, Session session)
{
    public async Task<Outcome> RunAsync(string email, string password, CancellationToken cancel)
    {
        var account = await accounts.FindByEmailAsync(email.Trim());
        if (!await check.IsRightAsync(account, password, cancel))
            return Problem.Invalid("sign_in.refused", null, ("failures", CheckPassword.FailuresBeforeLock), ("minutes", (int)CheckPassword.Lock.TotalMinutes));
        await session.OpenAsync(account!.Id, byLink: false, cancel);
        return Outcome.Done;
    }
}
