using Diapason.Accounts.Data;
using Diapason.Accounts.SecondStep;
using Diapason.Platform.Startup;
using Microsoft.AspNetCore.Identity;

namespace Diapason.Accounts.Members;

/// <summary>For the one administrator of a council who lost both telephone and codes: nobody else can reset it.</summary>
internal sealed class ResetSecondFactorVerb(UserManager<Account> accounts, ResetSecondFactor reset) : ICommandVerb
{
    public string Verb => "reset-second-step";

    public string Help => "reset-second-step EMAIL: forgets the telephone of an account, which ties another at its next sign-in";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        if (arguments is not [var email]) return 2;
        if (await accounts.FindByEmailAsync(email.Trim()) is { } account && (await reset.RunAsync(account.Id, cancel)).IsDone) return 0;
        Console.Error.WriteLine("No account with this address has a second step.");
        return 1;
    }
}
