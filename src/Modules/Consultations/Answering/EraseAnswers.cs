using System.Data.Common;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;

namespace Diapason.Consultations.Answering;

/// <summary>Erases one's answers, draft, waiting or counted. Of those counted, only the fact that their place is empty remains.</summary>
internal sealed class EraseAnswers(GroupCommit commits, CampaignLock campaigns, WriteAheadLog log, TimeProvider clock)
{
    private const string Delete = "DELETE FROM consultations_response WHERE resume_hash = @hash AND campaign_id = @campaign AND council_id = @council RETURNING sequence";
    private const string NextSequence = "UPDATE consultations_campaign SET last_sequence = last_sequence + 1 WHERE id = @campaign AND council_id = @council RETURNING last_sequence";
    private const string Record = "INSERT INTO consultations_withdrawal (campaign_id, sequence, withdrawn_sequence, is_moved) VALUES (@campaign, @sequence, @withdrawn, false)";

    /// <summary>Absent when there was nothing to erase.</summary>
    public async Task<Outcome> RunAsync(CampaignFacts campaign, string code, CancellationToken cancel)
    {
        var (hash, now) = (SecretCode.Hash(code), clock.GetUtcNow().UtcDateTime);
        var outcome = await commits.CommitAsync((connection, stop) => EraseAsync(connection, campaign, (hash, now), stop), cancel);
        // Also for whoever has gone meanwhile.
        if (outcome.IsDone) await log.EmptyAsync(CancellationToken.None);
        return outcome;
    }

    private async ValueTask<Outcome> EraseAsync(DbConnection connection, CampaignFacts campaign, (byte[] Hash, DateTime Now) asked, CancellationToken cancel)
    {
        await campaigns.TakeAsync(connection, campaign, asked.Now, cancel);
        await using var delete = connection.Command(Delete, ("hash", asked.Hash), ("campaign", campaign.Id.Value), ("council", campaign.CouncilId));
        var erased = await delete.ExecuteScalarAsync(cancel);
        if (erased is null) return Problem.Absent();
        if (erased is not long withdrawn) return Outcome.Done;
        await using var next = connection.Command(NextSequence, ("campaign", campaign.Id.Value), ("council", campaign.CouncilId));
        var sequence = await next.ExecuteScalarAsync(cancel);
        await using var record = connection.Command(Record, ("campaign", campaign.Id.Value), ("sequence", sequence), ("withdrawn", withdrawn));
        await record.ExecuteNonQueryAsync(cancel);
        return Outcome.Done;
    }
}
