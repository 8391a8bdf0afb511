using System.Security.Cryptography;
using Diapason.Accounts.Data;
using Diapason.Accounts.Notices;
using Diapason.Accounts.Trail;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.SecondStep;

/// <summary>Makes ten recovery codes instead of those an account had. The telephone and the keys stay as they are.</summary>
internal sealed class NewRecoveryCodes(DiapasonDb db, CheckSecondFactor check, TellOwner tell, AuditTrail audit)
{
    private const int Codes = 10;

    /// <returns>The codes, which nothing shows again.</returns>
    public async Task<Outcome<string[]>> RunAsync(Guid accountId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await check.IsEnrolledAsync(accountId, cancel)) return Problem.Absent();
        await db.Set<RecoveryCode>().Where(c => c.UserId == accountId).ExecuteDeleteAsync(cancel);
        var codes = Add(accountId);
        audit.Record(new AccountActs.RecoveryCodesMade(accountId));
        tell.Of(accountId, "codes");
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return codes;
    }

    /// <summary>Adds ten, to be saved by the caller.</summary>
    internal string[] Add(Guid accountId)
    {
        var codes = Enumerable.Range(0, Codes).Select(_ => SecretCode.New()).ToArray();
        db.AddRange(codes.Select(code => new RecoveryCode { Id = new Guid(RandomNumberGenerator.GetBytes(16)), UserId = accountId, CodeHash = SecretCode.Hash(code) }));
        return codes;
    }
}
