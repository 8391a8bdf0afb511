using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Platform.Security;

namespace Diapason.Consultations.Answering;

/// <summary>What a receipt code proves: that an answer of a campaign is received, and since which day it is counted.</summary>
/// <param name="CountedOn">Null while it waits in the tray, or stands apart.</param>
internal sealed record ProvenAnswer(CampaignId Campaign, DateOnly? CountedOn);

/// <summary>Finds what a receipt code proves.</summary>
internal sealed class Receipts(DatabaseChoice database)
{
    public async ValueTask<ProvenAnswer?> FindAsync(Guid councilId, string code, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(
            "SELECT campaign_id, submitted_on, CASE WHEN quarantine IS NULL THEN sequence END FROM consultations_response WHERE receipt_hash = @hash AND council_id = @council",
            ("hash", SecretCode.Hash(code)), ("council", councilId));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new ProvenAnswer(new CampaignId(reader.GetGuid(0)), reader.IsDBNull(2) ? null : reader.GetFieldValue<DateOnly>(1)) : null;
    }
}
