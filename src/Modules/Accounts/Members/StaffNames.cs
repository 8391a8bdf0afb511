using Diapason.Accounts.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Members;

/// <summary>Members by their role, called as the trail calls them.</summary>
internal sealed class StaffNames(DiapasonDb db) : IStaffNames
{
    public async Task<IReadOnlyList<(Guid Account, string Name)>> HoldingAsync(string role, CancellationToken cancel)
    {
        var holders = db.Set<Membership>().Where(m => m.Role == role).Select(m => m.UserId);
        var accounts = await db.Set<Account>().AsNoTracking().Where(a => holders.Contains(a.Id)).Select(a => new { a.Id, a.Name, a.Email }).ToListAsync(cancel);
        return [.. accounts.Select(a => (a.Id, Name: Account.Known(a.Name, a.Email))).OrderBy(a => a.Name, StringComparer.CurrentCulture)];
    }

    public Task<string?> EmailOfAsync(Guid account, CancellationToken cancel) => db.Set<Account>().Where(a => a.Id == account).Select(a => a.Email).SingleOrDefaultAsync(cancel);
}
