using Diapason.Accounts.Data;
using Diapason.Accounts.SecondStep;
using Diapason.Accounts.Trail;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Members;

/// <summary>For the one administrator of a council who lost both telephone and codes: nobody else can reset it. Every council they serve has it in its trail.</summary>
internal sealed class ResetSecondFactorVerb(UserManager<Account> accounts, ResetSecondFactor reset, DiapasonDb db, CurrentCouncil here, AuditTrail audit) : ICommandVerb
{
    public string Verb => "reset-second-step";

    public string Help => "reset-second-step EMAIL: forgets the telephone of an account, which ties another at its next sign-in";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        if (arguments is not [var email]) return 2;
        if (await accounts.FindByEmailAsync(email.Trim()) is not { } account) return Refuse();
        var served = await db.EveryCouncil<Membership>().Where(m => m.UserId == account.Id).Select(m => m.CouncilId).Distinct().ToListAsync(cancel);
        var councils = await db.Set<Council>().Where(c => served.Contains(c.Id)).ToListAsync(cancel);
        // The act itself is in the trail of the first.
        here.Set(councils.FirstOrDefault());
        if (!(await reset.RunAsync(account.Id, cancel)).IsDone) return Refuse();
        foreach (var council in councils.Skip(1))
        {
            here.Set(council);
            audit.Record(new AccountActs.SecondFactorReset(account.Id));
            await db.SaveChangesAsync(cancel);
        }

        Console.WriteLine("Done: this account ties another telephone at its next sign-in. Its sessions are ended.");
        return 0;
    }

    private static int Refuse()
    {
        Console.Error.WriteLine("No account with this address has a second step.");
        return 1;
    }
}
