using System.Data.Common;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Security;

namespace Diapason.Consultations.Kit;

/// <summary>Writes invented answers by hand-written SQL, inside the transaction of the kit: twelve hundred rows are a matter of milliseconds.</summary>
internal sealed class InventedAnswersTable(DbConnection connection, DbTransaction transaction, Campaign campaign, DateOnly today)
{
    /// <summary>Removes those of an earlier load; their places are recorded as withdrawn, so that readers of the sequence follow.</summary>
    public async Task<int> WithdrawAsync(CancellationToken cancel)
    {
        await RunAsync(
            """
            INSERT INTO consultations_withdrawal (campaign_id, sequence, withdrawn_sequence, is_moved)
            SELECT r.campaign_id, c.last_sequence + ROW_NUMBER() OVER (ORDER BY r.sequence), r.sequence, false
            FROM consultations_response r JOIN consultations_campaign c ON c.id = r.campaign_id
            WHERE r.campaign_id = @campaign AND r.council_id = @council AND r.is_synthetic AND r.sequence IS NOT NULL
            """,
            cancel);
        var removed = await RunAsync("DELETE FROM consultations_response WHERE campaign_id = @campaign AND council_id = @council AND is_synthetic", cancel);
        await MoveSequenceAsync(removed, cancel);
        return removed;
    }

    public async Task AddAsync(IReadOnlyList<InventedAnswer> answers, string consentVersion, CancellationToken cancel)
    {
        await using var insert = connection.Command(
            """
            INSERT INTO consultations_response (id, campaign_id, council_id, answers, language, consent_version, consent_on, layout, source, is_synthetic, invited, saved_on, saves, submitted_on, sequence, record_key, is_blank)
            VALUES (@id, @campaign, @council, @answers, @language, @consent, @day, 'items', @source, true, false, @day, 0, @day, @sequence, @key, @blank)
            """,
            ("id", Guid.Empty), ("campaign", campaign.Id), ("council", campaign.CouncilId), ("answers", ""), ("language", ""), ("consent", consentVersion), ("day", today), ("source", ""), ("sequence", 0L), ("key", 0L), ("blank", false));
        insert.Transaction = transaction;
        var sequence = await MoveSequenceAsync(answers.Count, cancel) - answers.Count;
        foreach (var (place, answer) in answers.Index())
        {
            insert.Parameters["@id"].Value = RandomId.New();
            insert.Parameters["@answers"].Value = answer.Answers.ToJson();
            insert.Parameters["@source"].Value = (object?)answer.Source ?? DBNull.Value;
            insert.Parameters["@language"].Value = answer.Language;
            insert.Parameters["@day"].Value = answer.Day ?? today;
            insert.Parameters["@sequence"].Value = ++sequence;
            insert.Parameters["@key"].Value = RecordKey.OfInvented(campaign.Slug, place);
            insert.Parameters["@blank"].Value = answer.IsBlank;
            await insert.ExecuteNonQueryAsync(cancel);
        }
    }

    private async Task<int> RunAsync(string sql, CancellationToken cancel)
    {
        await using var command = connection.Command(sql, ("campaign", campaign.Id), ("council", campaign.CouncilId));
        command.Transaction = transaction;
        return await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<long> MoveSequenceAsync(int by, CancellationToken cancel)
    {
        await using var command = connection.Command(
            "UPDATE consultations_campaign SET last_sequence = last_sequence + @by WHERE id = @campaign AND council_id = @council RETURNING last_sequence",
            ("by", by), ("campaign", campaign.Id), ("council", campaign.CouncilId));
        command.Transaction = transaction;
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }
}
