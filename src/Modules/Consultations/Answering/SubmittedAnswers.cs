using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Platform.Data;

namespace Diapason.Consultations.Answering;

/// <summary>Streams what was sent and taken back, in one sequence.</summary>
internal sealed class SubmittedAnswers(DatabaseChoice database) : ISubmittedAnswers
{
    /// <summary>What <see cref="Standing"/> reads, in its order, from the column after the sequence.</summary>
    private const string Standings = "record_key, admitted_in, invited, quarantine, is_blank";

    private const string Changes = $"""
        SELECT sequence, {Standings}, submitted_on, language, answers, NULL FROM consultations_response WHERE campaign_id = @campaign AND sequence > @after
        UNION ALL
        SELECT sequence, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, withdrawn_sequence FROM consultations_withdrawal WHERE campaign_id = @campaign AND sequence > @after
        ORDER BY 1
        """;

    private const string Apart = """
        SELECT COALESCE(SUM(CASE WHEN quarantine NOT LIKE 'aside %' THEN 1 ELSE 0 END), 0), COALESCE(SUM(CASE WHEN quarantine LIKE 'aside %' THEN 1 ELSE 0 END), 0)
        FROM consultations_response WHERE campaign_id = @campaign AND quarantine IS NOT NULL AND sequence IS NOT NULL
        """;

    private const string Between = "SELECT answers FROM consultations_response WHERE campaign_id = @campaign AND sequence IS NOT NULL AND quarantine IS NULL AND submitted_on >= @from AND submitted_on < @before";

    public async ValueTask<long> LastSequenceAsync(CampaignId campaign, CancellationToken cancel) =>
        await AskAsync("SELECT last_sequence FROM consultations_campaign WHERE id = @campaign", campaign, cancel);

    public async ValueTask<int> WaitingAsync(CampaignId campaign, CancellationToken cancel) =>
        (int)await AskAsync("SELECT COUNT(*) FROM consultations_response WHERE campaign_id = @campaign AND sequence IS NULL AND record_key IS NOT NULL", campaign, cancel);

    public async ValueTask<ApartCounts> ApartAsync(CampaignId campaign, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(Apart, ("campaign", campaign.Value));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new((int)reader.GetInt64(0), (int)reader.GetInt64(1)) : default;
    }

    public async ValueTask<IReadOnlyDictionary<string, int>> CountAsync(CampaignId campaign, IReadOnlyList<string> variables, (DateOnly From, DateOnly Before) days, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(Between, ("campaign", campaign.Value), ("from", days.From), ("before", days.Before));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancel))
        {
            var answers = AnswerSet.Parse(Encoding.UTF8.GetBytes(reader.GetString(0)));
            foreach (var variable in variables)
                if (answers[variable] is { Kind: AnswerKind.Text } answer && $"{variable}:{answer.Text}" is var group) counts[group] = counts.GetValueOrDefault(group) + 1;
        }

        return counts;
    }

    public async IAsyncEnumerable<AnswerChange> ReadAsync(CampaignId campaign, long afterSequence, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(Changes, ("campaign", campaign.Value), ("after", afterSequence));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var sequence = reader.GetInt64(0);
            yield return reader.IsDBNull(9)
                ? new AnswersSent(sequence, reader.GetFieldValue<DateOnly>(6), reader.GetString(7), Encoding.UTF8.GetBytes(reader.GetString(8)), Standing(reader))
                : new AnswersWithdrawn(sequence, reader.GetInt64(9));
        }
    }

    private static AnswerStanding Standing(DbDataReader reader) => new(
        unchecked((ulong)reader.GetInt64(1)), reader.IsDBNull(2) ? null : reader.GetInt32(2), reader.GetBoolean(3), reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetBoolean(5));

    private async ValueTask<long> AskAsync(string sql, CampaignId campaign, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(sql, ("campaign", campaign.Value));
        return await command.ExecuteScalarAsync(cancel) is long value ? value : 0;
    }
}
