using System.Collections.Concurrent;
using Diapason.Platform.Data;
using Diapason.Workshops.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Front;

/// <summary>Whether a council has rooms open or ideas told, for the programme that nearly every page shows: asked again every half minute.</summary>
internal sealed class KnownRooms(IDbContextFactory<DiapasonDb> databases, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<Guid, (int Open, int Told, DateTime Until)> _known = new();

    public async ValueTask<(int Open, int Told)> OfAsync(Guid council, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (_known.TryGetValue(council, out var known) && known.Until > now && known.Until <= now + Life) return (known.Open, known.Told);
        await using var db = await databases.OfCouncilAsync(council, cancel);
        var (open, told) = (await db.Set<Workshop>().CountAsync(w => w.State == WorkshopState.Open, cancel), await db.Set<Workshop>().CountAsync(w => w.IsPublished, cancel));
        _known[council] = (open, told, now + Life);
        return (open, told);
    }

    public void Forget(Guid council) => _known.TryRemove(council, out _);
}
