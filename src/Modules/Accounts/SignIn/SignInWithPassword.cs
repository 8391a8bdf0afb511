using Diapason.Accounts.Data;
using Diapason.Accounts.SecondStep;
using Diapason.Platform.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace Diapason.Accounts.SignIn;

/// <summary>Opens a session for an address and its password, or leads to the second step. Every refusal is the same: who asks learns nothing of who has an account.</summary>
internal sealed class SignInWithPassword(UserManager<Account> accounts, CheckPassword check, PassSecondStep second)
{
    /// <returns>True when the second step is to be passed.</returns>
    public async Task<Outcome<bool>> RunAsync(string email, string password, CancellationToken cancel)
    {
        var account = await accounts.FindByEmailAsync(email.Trim());
        if (!await check.IsRightAsync(account, password, cancel))
            return Problem.Invalid("sign_in.refused", null, ("failures", CheckPassword.FailuresBeforeLock), ("minutes", (int)CheckPassword.Lock.TotalMinutes));
        return await second.AfterFirstAsync(account!.Id, byLink: false, cancel);
    }
}
