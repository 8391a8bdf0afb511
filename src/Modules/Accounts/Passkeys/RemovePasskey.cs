using Diapason.Accounts.Data;
using Diapason.Accounts.Notices;
using Diapason.Accounts.Trail;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Passkeys;

/// <summary>Forgets a key of one's own. With the last one, when no telephone is tied, the recovery codes go too: they stand for something.</summary>
internal sealed class RemovePasskey(DiapasonDb db, TellOwner tell, AuditTrail audit)
{
    public async Task<Outcome> RunAsync(Guid accountId, Guid passkeyId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Passkey>().Where(p => p.UserId == accountId && p.Id == passkeyId).ExecuteDeleteAsync(cancel) == 0) return Problem.Absent();
        if (!await db.Set<Passkey>().AnyAsync(p => p.UserId == accountId, cancel) && !await db.Set<SecondFactor>().AnyAsync(f => f.UserId == accountId, cancel))
            await db.Set<RecoveryCode>().Where(c => c.UserId == accountId).ExecuteDeleteAsync(cancel);
        audit.Record(new AccountActs.PasskeyRemoved(accountId));
        tell.Of(accountId, "passkey_removed");
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}
