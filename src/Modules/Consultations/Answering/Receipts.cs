using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Platform.Security;

namespace Diapason.Consultations.Answering;

/// <summary>Finds what a receipt code proves: that an answer of a campaign is counted since a moment.</summary>
internal sealed class Receipts(DatabaseChoice database)
{
    public async ValueTask<(CampaignId Campaign, DateTime SubmittedAt)?> FindAsync(Guid councilId, string code, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(
            "SELECT campaign_id, submitted_at FROM consultations_response WHERE receipt_hash = @hash AND council_id = @council",
            ("hash", SecretCode.Hash(code)), ("council", councilId));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? (new CampaignId(reader.GetGuid(0)), ResponseStore.Utc(reader.GetDateTime(1))) : null;
    }
}
