using Diapason.Accounts.Data;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Mine;

/// <summary>Sets the name one is shown under; without one, the address is shown.</summary>
internal sealed class ChooseName(DiapasonDb db, Session session)
{
    public async Task RunAsync(Guid accountId, string? name, CancellationToken cancel)
    {
        var kept = string.IsNullOrWhiteSpace(name) ? null : name.Trim();
        await db.Set<Account>().Where(a => a.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Name, kept), cancel);
        await session.RenewAsync(cancel);
    }
}
