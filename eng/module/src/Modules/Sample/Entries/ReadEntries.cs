using Diapason.Platform.Data;
using Diapason.Platform.Expiry;
using Diapason.Platform.Language;
using Diapason.Sample.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Sample.Entries;

/// <summary>The council's entries in the order in which the public reads them: those past their day come last.</summary>
internal sealed class ReadEntries(DiapasonDb db, TimeProvider clock)
{
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.LocalMoment);

    public async Task<IReadOnlyList<Entry>> RunAsync(CancellationToken cancel)
    {
        var entries = await db.Set<Entry>().AsNoTracking().OrderBy(e => e.Code).ToListAsync(cancel);
        return [.. entries.OrderBy(e => e.Review.IsOver(Today))];
    }
}
