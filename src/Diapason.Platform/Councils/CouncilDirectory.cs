using System.Collections.Frozen;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Platform.Councils;

/// <summary>The councils of this installation with their settings, kept in memory for a minute; a kit load or a change of settings refreshes it at once.</summary>
public sealed class CouncilDirectory(IDbContextFactory<DiapasonDb> databases, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private Snapshot? _snapshot;

    public async ValueTask<Council?> DefaultAsync(CancellationToken cancel) => (await ReadAsync(cancel)).Default;

    public async ValueTask<Council?> FindAsync(string slug, CancellationToken cancel) => (await ReadAsync(cancel)).BySlug.GetValueOrDefault(slug);

    public async ValueTask<Council?> FindAsync(Guid id, CancellationToken cancel) => (await ReadAsync(cancel)).BySlug.Values.FirstOrDefault(c => c.Id == id);

    /// <summary>For a request and a job alike; what a council that has settled nothing has when there is no such council.</summary>
    public async ValueTask<CouncilSettings> SettingsAsync(Guid councilId, CancellationToken cancel) => (await FindAsync(councilId, cancel))?.Settings ?? CouncilSettings.None;

    public async ValueTask<IReadOnlyCollection<Council>> AllAsync(CancellationToken cancel) => (await ReadAsync(cancel)).BySlug.Values;

    /// <summary>Every language that a council offers; those of a council that has settled nothing when there is none yet.</summary>
    public async ValueTask<FrozenSet<string>> LanguagesAsync(CancellationToken cancel) => (await ReadAsync(cancel)).Languages;

    public void Refresh() => Volatile.Write(ref _snapshot, null);

    private async ValueTask<Snapshot> ReadAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var known = Volatile.Read(ref _snapshot);
        if (known is not null && known.Until > now && known.Until <= now + Fresh) return known;
        try
        {
            return await ReadAsync(now, cancel);
        }
        catch (Exception failure) when (known is not null && DatabaseFailure.IsIn(failure))
        {
            // The database is away for a moment: what was known of the councils still holds.
            return known;
        }
    }

    private async Task<Snapshot> ReadAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var councils = await db.Set<Council>().AsNoTracking().ToListAsync(cancel);
        var read = new Snapshot(
            councils.ToFrozenDictionary(c => c.Slug, StringComparer.Ordinal),
            councils.Find(c => c.IsDefault),
            // Nothing loaded yet is not worth remembering.
            councils.Count == 0 ? now : now + Fresh)
        {
            Languages = (councils.Count == 0 ? CouncilSettings.None.Languages : councils.SelectMany(c => c.Settings.Languages)).ToFrozenSet(StringComparer.Ordinal),
        };
        Volatile.Write(ref _snapshot, read);
        return read;
    }

    private sealed record Snapshot(FrozenDictionary<string, Council> BySlug, Council? Default, DateTimeOffset Until)
    {
        public required FrozenSet<string> Languages { get; init; }
    }
}
