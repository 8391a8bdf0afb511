using Diapason.Accounts.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Diapason.Accounts.Demonstration;

/// <summary>An installation whose passwords were printed somewhere must not be reachable.</summary>
internal sealed class RefuseDemonstrationAccounts(DiapasonDb db, IHostEnvironment environment) : IStartupCheck
{
    public async Task<string?> RefusalAsync(CancellationToken cancel)
    {
        if (environment.IsDevelopment()) return null;
        var count = await db.Set<Account>().CountAsync(a => a.IsDemonstration, cancel);
        return count == 0 ? null : $"this database holds {count} demonstration accounts. Run in Development; or, if it was started so by mistake, restore the backup from before; or begin with an empty one.";
    }
}
