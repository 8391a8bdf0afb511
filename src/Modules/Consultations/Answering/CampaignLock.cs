using System.Data.Common;
using System.Globalization;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;

namespace Diapason.Consultations.Answering;

/// <summary>
/// The campaign's row, held until the end of the transaction by whoever sends, takes back or counts its answers: sequences then appear in the order of commits,
/// and nobody looks for an answer while a tray is being turned over.
/// </summary>
internal sealed class CampaignLock(DatabaseChoice database)
{
    // Not FOR UPDATE, which would make whoever starts wait too: the key of a new answer's campaign does not change.
    private readonly string _take = "SELECT closed_at IS NULL AND (closes_at IS NULL OR closes_at > @now) FROM consultations_campaign WHERE id = @campaign AND council_id = @council"
        + (database.IsPostgres ? " FOR NO KEY UPDATE" : "");

    /// <summary>Whether the campaign still takes answers.</summary>
    public async ValueTask<bool> TakeAsync(DbConnection connection, CampaignFacts campaign, DateTime now, CancellationToken cancel)
    {
        await using var take = connection.Command(_take, ("campaign", campaign.Id.Value), ("council", campaign.CouncilId), ("now", now));
        return Convert.ToBoolean(await take.ExecuteScalarAsync(cancel) ?? false, CultureInfo.InvariantCulture);
    }
}
