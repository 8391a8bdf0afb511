using System.Globalization;
using Diapason.Platform.Data;
using Diapason.Platform.Machine;

namespace Diapason.Consultations.Answering;

/// <summary>Measures how many people have begun and not sent, in all councils together; both counts are read from indexes alone.</summary>
internal sealed class DraftsUnderWay(DatabaseChoice database) : IMachineCount
{
    private const string Count = """
        SELECT (SELECT COUNT(*) FROM consultations_response WHERE sequence IS NULL)
        - (SELECT COUNT(*) FROM consultations_response WHERE sequence IS NULL AND record_key IS NOT NULL)
        """;

    public string? TextKey => null;

    public string Measure => "drafts";

    public async ValueTask<int> CountAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(Count);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture);
    }
}
