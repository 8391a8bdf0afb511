using System.Runtime.CompilerServices;
using System.Text;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;

namespace Diapason.Consultations.Answering;

/// <summary>Streams what was sent and taken back, in one sequence.</summary>
internal sealed class SubmittedAnswers(DatabaseChoice database) : ISubmittedAnswers
{
    private const string Changes = """
        SELECT sequence, submitted_at, language, answers, NULL FROM consultations_response WHERE campaign_id = @campaign AND sequence > @after
        UNION ALL
        SELECT sequence, at, NULL, NULL, withdrawn_sequence FROM consultations_withdrawal WHERE campaign_id = @campaign AND sequence > @after
        ORDER BY 1
        """;

    public async ValueTask<long> LastSequenceAsync(CampaignId campaign, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command("SELECT last_sequence FROM consultations_campaign WHERE id = @campaign", ("campaign", campaign.Value));
        return await command.ExecuteScalarAsync(cancel) is long last ? last : 0;
    }

    public async IAsyncEnumerable<AnswerChange> ReadAsync(CampaignId campaign, long afterSequence, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(Changes, ("campaign", campaign.Value), ("after", afterSequence));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var sequence = reader.GetInt64(0);
            yield return reader.IsDBNull(4)
                ? new AnswersSent(sequence, ResponseStore.Utc(reader.GetDateTime(1)), reader.GetString(2), Encoding.UTF8.GetBytes(reader.GetString(3)))
                : new AnswersWithdrawn(sequence, reader.GetInt64(4));
        }
    }
}
