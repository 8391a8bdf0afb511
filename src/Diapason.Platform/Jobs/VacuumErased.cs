using Diapason.Platform.Backups;
using Diapason.Platform.Data;

namespace Diapason.Platform.Jobs;

/// <summary>
/// Frees, in PostgreSQL, the rows that people have erased: it keeps them in a table's file until somebody does, and passes by itself only once a fifth of the rows have changed. Cheap where
/// nothing was. SQLite overwrites what it erases.
/// </summary>
internal sealed class VacuumErased(DatabaseChoice database, IEnumerable<ErasedByPeople> erasable) : IJob
{
    public string Name => "platform.vacuum-erased";

    public string TextKey => "job.vacuum_erased";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        if (!database.IsPostgres) return;
        await using var connection = await database.OpenAsync(cancel);
        foreach (var table in erasable.SelectMany(rule => rule.Parts.Select(part => part.Table).Prepend(rule.Table)).Distinct(StringComparer.Ordinal))
        {
            await using var vacuum = connection.Command($"VACUUM {table}");
            vacuum.CommandTimeout = 0;
            await vacuum.ExecuteNonQueryAsync(cancel);
        }
    }
}
