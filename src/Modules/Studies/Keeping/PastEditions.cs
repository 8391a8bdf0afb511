using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Diapason.Platform.Data;
using Diapason.Studies.Data;
using Diapason.Studies.Following;
using Diapason.Studies.Portraits;
using Diapason.Studies.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Studies.Keeping;

/// <summary>Editions as they were published, each at an address of its own: read from what is stored, the last ones asked for kept in memory as long as the current one.</summary>
internal sealed class PastEditions
{
    /// <summary>Of one campaign kept in memory; beyond, they are read again.</summary>
    private const int Most = 16;

    private readonly ConditionalWeakTable<Portrait, ConcurrentDictionary<int, Portrait>> _read = [];

    /// <summary>The study as one edition shows it, in the words of today; null when it has no such edition. A council that asks for more people hides rows there too.</summary>
    public async ValueTask<StudyState?> OfAsync(DiapasonDb db, StudyState state, int number, CancellationToken cancel)
    {
        if (state.Editions.All(e => e.Number != number)) return null;
        var read = _read.GetOrCreateValue(state.Portrait);
        if (!read.TryGetValue(number, out var portrait))
        {
            if (await ContentAsync(db, state.Campaign.Id.Value, number, cancel) is not { } content) return null;
            if (read.Count >= Most) read.Clear();
            portrait = read.GetOrAdd(number, PortraitJson.Read(content).InWordsOf(state.Portrait.Definition, state.Portrait.Threshold));
        }

        return state with { Portrait = portrait, IsOneEdition = true, IsClosed = state.IsClosed && number == state.Editions[^1].Number };
    }

    private static Task<string?> ContentAsync(DiapasonDb db, Guid campaign, int number, CancellationToken cancel) =>
        db.Set<StoredEdition>().AsNoTracking().Where(e => e.CampaignId == campaign && e.Number == number).Select(e => e.Content).FirstOrDefaultAsync(cancel);
}
