using Diapason.Accounts.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.SignIn;

/// <summary>Erases links that have expired, and at once the addresses asked for and never confirmed.</summary>
internal sealed class EraseSpentLinks(DiapasonDb db, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public string Name => "accounts.erase-spent-links";

    public string TextKey => "job.erase_spent_links";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public bool IsIrreversible => true;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now - Kept;
        await db.Set<SignInLink>().Where(l => l.ExpiresAt < before).ExecuteDeleteAsync(cancel);
        await db.Set<EmailChange>().Where(c => c.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
    }
}
