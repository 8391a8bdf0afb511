using System.Data.Common;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;

namespace Diapason.Consultations.Apart;

/// <summary>Makes wait, with a sending, those of its groups that came the same day: nothing then says which of them were invented. Never one that an edition already counts, nor one by invitation.</summary>
internal sealed class SetApart(DatabaseChoice database, IEnumerable<IWatchSendings> watches)
{
    private readonly string _sweep = $"""
        UPDATE consultations_response SET quarantine = @reason
        WHERE campaign_id = @campaign AND council_id = @council AND submitted_on = @today AND record_key IS NOT NULL AND admitted_in IS NULL AND quarantine IS NULL
        AND NOT invited AND NOT is_synthetic AND {(database.IsPostgres ? "answers::json ->> @variable" : "answers ->> @variable")} = @option
        """;

    /// <summary>Null where nobody watches.</summary>
    public async ValueTask<ISendingWatch?> WatchAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        foreach (var watch in watches) return await watch.OfAsync(campaign, cancel);
        return null;
    }

    /// <summary>In the transaction of the sending, before the tray is turned over.</summary>
    public async ValueTask SweepAsync(DbConnection connection, CampaignFacts campaign, (IReadOnlyList<SendingGroup> Groups, DateOnly Today) late, CancellationToken cancel)
    {
        foreach (var group in late.Groups)
        {
            await using var sweep = connection.Command(
                _sweep, ("reason", ApartReason.Segment(group)), ("campaign", campaign.Id.Value), ("council", campaign.CouncilId), ("today", late.Today), ("variable", group.Variable), ("option", group.Option));
            await sweep.ExecuteNonQueryAsync(cancel);
        }
    }
}
