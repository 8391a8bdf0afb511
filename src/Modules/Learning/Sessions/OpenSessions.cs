using System.Collections.Concurrent;
using Diapason.Learning.Data;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Sessions;

/// <summary>How many sessions each council has open, for the programme that nearly every page shows: asked again every half minute.</summary>
internal sealed class OpenSessions(IDbContextFactory<DiapasonDb> databases, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<Guid, (int Count, DateTime Until)> _known = new();

    public async ValueTask<int> CountAsync(Guid council, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (_known.TryGetValue(council, out var known) && known.Until > now && known.Until <= now + Life) return known.Count;
        await using var db = await databases.OfCouncilAsync(council, cancel);
        var count = await db.Set<Session>().CountAsync(s => s.State == SessionState.Open && s.EndsAt > now, cancel);
        _known[council] = (count, now + Life);
        return count;
    }

    public void Forget(Guid council) => _known.TryRemove(council, out _);
}
