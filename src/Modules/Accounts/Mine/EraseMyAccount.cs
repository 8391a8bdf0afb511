using Diapason.Accounts.Data;
using Diapason.Accounts.Members;
using Diapason.Accounts.Notices;
using Diapason.Accounts.SignIn;
using Diapason.Accounts.Trail;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Mine;

/// <summary>Erases an account and what every module holds about it, in one transaction.</summary>
internal sealed class EraseMyAccount(DiapasonDb db, IEnumerable<IPersonalData> holders, CouncilAdministrators administrators, AuditTrail audit, Session session, TellFormerAddress former, WriteAheadLog log)
{
    public async Task<Outcome> RunAsync(Guid accountId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var councilId in await administrators.CouncilsOfAsync(accountId, cancel))
        {
            await administrators.LockAsync(councilId, cancel);
            if (await administrators.IsOnlyAsync(accountId, councilId, cancel)) return Problem.Invalid("erase.last_administrator");
        }

        var known = await db.Set<Account>().AsNoTracking().Where(a => a.Id == accountId).Select(a => new { a.Email, a.Language }).SingleAsync(cancel);
        audit.Record(new AccountActs.Erased(accountId));
        foreach (var holder in holders) await holder.EraseAsync(accountId, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await session.CloseAsync(cancel);
        await log.EmptyAsync(CancellationToken.None);
        await former.RunAsync(known.Email, known.Language, "notice.erased", cancel);
        return Outcome.Done;
    }
}
