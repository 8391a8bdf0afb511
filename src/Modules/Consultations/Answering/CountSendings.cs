using System.Data.Common;
using System.Globalization;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;

namespace Diapason.Consultations.Answering;

/// <summary>
/// Counts a sending by device and by class of time, in its own transaction. All rows of a campaign are written again together, the same number where nothing
/// changes: PostgreSQL shows which were written last.
/// </summary>
internal static class CountSendings
{
    private const string Raise = """
        UPDATE consultations_tally SET number = number + CASE WHEN (kind = 'device' AND word = @device) OR (kind = 'minutes' AND word = @minutes) THEN 1 ELSE 0 END
        WHERE campaign_id = @campaign AND council_id = @council
        """;

    private static readonly string Begin = "INSERT INTO consultations_tally (campaign_id, council_id, kind, word, number) VALUES "
        + string.Join(", ", Sending.Devices.Select(word => (Kind: Sending.Device, Word: word)).Concat(Sending.Classes.Select(word => (Kind: Sending.Minutes, Word: word)))
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"(@campaign, @council, '{row.Kind}', '{row.Word}', 0)")))
        + " ON CONFLICT (campaign_id, kind, word) DO NOTHING";

    public static async ValueTask RunAsync(DbConnection connection, CampaignFacts campaign, Sending sending, CancellationToken cancel)
    {
        if (sending is { On: null, Within: null }) return;
        if (await WriteAsync(Raise) > 0) return;
        await WriteAsync(Begin);
        await WriteAsync(Raise);

        async ValueTask<int> WriteAsync(string sql)
        {
            await using var command = connection.Command(sql, ("campaign", campaign.Id.Value), ("council", campaign.CouncilId), ("device", sending.On ?? ""), ("minutes", sending.Within ?? ""));
            return await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
