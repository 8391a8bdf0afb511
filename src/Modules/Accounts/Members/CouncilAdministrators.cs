using Diapason.Accounts.Data;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Members;

/// <summary>
/// Keeps at least one administrator in each council: who erases their account may administer several. Only who has signed in counts: an address nobody
/// reads would administer nothing.
/// </summary>
internal sealed class CouncilAdministrators(DiapasonDb db)
{
    /// <summary>Nobody would be left to run the council.</summary>
    public static readonly Problem Last = Problem.Invalid("change.last_administrator", "Role");

    private IQueryable<Membership> Administrators => db.EveryCouncil<Membership>().Where(m => m.Role == Roles.Administrator);

    private IQueryable<Membership> Reachable => Administrators.Where(m => db.Set<Account>().Any(a => a.Id == m.UserId && a.LastSignedInAt != null));

    /// <summary>Makes changes of one council's administrators wait for one another: its row is the lock, until the transaction ends.</summary>
    public Task LockAsync(Guid councilId, CancellationToken cancel) => db.Set<Council>()
        .Where(c => c.Id == councilId)
        .ExecuteUpdateAsync(set => set.SetProperty(c => c.IsDefault, c => c.IsDefault), cancel);

    public Task<List<Guid>> CouncilsOfAsync(Guid accountId, CancellationToken cancel) =>
        Administrators.Where(m => m.UserId == accountId).Select(m => m.CouncilId).Distinct().Order().ToListAsync(cancel);

    /// <summary>Whether nobody else who has ever signed in administers the council.</summary>
    public async Task<bool> IsOnlyAsync(Guid accountId, Guid councilId, CancellationToken cancel) =>
        !await Reachable.AnyAsync(m => m.CouncilId == councilId && m.UserId != accountId, cancel);

    /// <summary>Those of every council who have signed in.</summary>
    public Task<List<Guid>> EveryoneAsync(CancellationToken cancel) => Reachable.Select(m => m.UserId).Distinct().ToListAsync(cancel);

    /// <summary>Those of a council who have signed in, and how many were named in all.</summary>
    public async Task<(IReadOnlyList<Guid> Reachable, int Named)> OfAsync(Guid councilId, CancellationToken cancel) => (
        await Reachable.Where(m => m.CouncilId == councilId).Select(m => m.UserId).Distinct().ToListAsync(cancel),
        await Administrators.Where(m => m.CouncilId == councilId).Select(m => m.UserId).Distinct().CountAsync(cancel));
}
