using System.Data.Common;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;

namespace Diapason.Platform.Backups;

/// <summary>A copy of the whole database left it in clear: whoever has the file reads it.</summary>
[Recorded("machine.copied_in_clear", "council")]
internal sealed record CopiedInClear(Guid Subject) : Act(Subject);

/// <summary>Writes it in the trail of every council, before the file has its name.</summary>
internal static class ClearCopyTrail
{
    private const string Write = "INSERT INTO platform_audit_entry (id, council_id, act, subject, at) VALUES (@id, @council, 'machine.copied_in_clear', @subject, @at)";

    public static async Task WriteAsync(DatabaseChoice database, DateTime now, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        foreach (var council in await connection.ListAsync(transaction, "SELECT id FROM platform_council", row => row.GetGuid(0), cancel))
        {
            await using DbCommand write = connection.Command(Write, ("id", Guid.CreateVersion7()), ("council", council), ("subject", $"council:{council:D}"), ("at", now));
            write.Transaction = transaction;
            await write.ExecuteNonQueryAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
    }
}
