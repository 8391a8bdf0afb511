using Diapason.Accounts.Data;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Members;

/// <summary>Keeps at least one administrator in each council: who erases their account may administer several.</summary>
internal sealed class CouncilAdministrators(DiapasonDb db)
{
    /// <summary>Nobody would be left to run the council.</summary>
    public static readonly Problem Last = Problem.Invalid("change.last_administrator", "Role");

    private IQueryable<Membership> Administrators => db.EveryCouncil<Membership>().Where(m => m.Role == Roles.Administrator);

    /// <summary>Makes changes of one council's administrators wait for one another: its row is the lock, until the transaction ends.</summary>
    public Task LockAsync(Guid councilId, CancellationToken cancel) => db.Set<Council>()
        .Where(c => c.Id == councilId)
        .ExecuteUpdateAsync(set => set.SetProperty(c => c.IsDefault, c => c.IsDefault), cancel);

    public Task<List<Guid>> CouncilsOfAsync(Guid accountId, CancellationToken cancel) =>
        Administrators.Where(m => m.UserId == accountId).Select(m => m.CouncilId).Distinct().Order().ToListAsync(cancel);

    /// <summary>Whether nobody else administers the council.</summary>
    public async Task<bool> IsOnlyAsync(Guid accountId, Guid councilId, CancellationToken cancel) =>
        !await Administrators.AnyAsync(m => m.CouncilId == councilId && m.UserId != accountId, cancel);
}
