using Diapason.Platform.Data;
using Diapason.Platform.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diapason.Platform.Jobs;

/// <summary>
/// The database's own memory of time. A clock can be wrong for five seconds, and what closes, publishes or erases by dates cannot be undone: it waits until the clock
/// has gone on for a day without a jump. What was seen is in the database, so that a restart or another machine goes on from there, and two machines that disagree wait.
/// </summary>
internal sealed class SteadyTime(IDbContextFactory<DiapasonDb> contexts, TimeProvider clock, IHostEnvironment environment, ILogger<SteadyTime> log)
{
    /// <summary>Looks at the clock, remembers it, and says whether what cannot be undone may be done now. In Development a clock is moved on purpose.</summary>
    public async Task<bool> LookAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var memory = await db.Set<TimeMemory>().SingleOrDefaultAsync(cancel);
        if (memory is null) db.Add(memory = new TimeMemory { SeenAt = now, Since = now });
        // Told once: until the clock is steady again, other jumps are the same trouble.
        var (seen, wasSteady) = (memory.SeenAt, memory.IsSteadyAt(memory.SeenAt));
        if (memory.Look(now) && wasSteady && !environment.IsDevelopment()) Tell(db, seen, now);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another machine looked at the same moment, and remembers it.
        }

        return environment.IsDevelopment() || memory.IsSteadyAt(now);
    }

    private void Tell(DiapasonDb db, DateTime seen, DateTime now)
    {
        log.LogWarning("The clock went from {Seen} to {Now}: what closes, publishes or erases by dates waits until it has gone on for a day", seen, now);
        new EventOutbox(db, clock).Add(new ClockJumped(seen, now));
    }
}
