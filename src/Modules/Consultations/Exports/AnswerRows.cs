using System.Text;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Platform.Data;

namespace Diapason.Consultations.Exports;

/// <summary>One answer that was sent. The hour is left out: it could help to recognise someone.</summary>
internal sealed record SentRow(long Sequence, DateOnly Day, string Language, string Layout, AnswerSet Answers);

/// <summary>Reads the answers sent to a campaign as they come from the database, in the order they were sent: memory does not grow with them.</summary>
internal sealed class AnswerRows(DatabaseChoice database)
{
    private const string Rows = """
        SELECT sequence, submitted_at, language, layout, answers FROM consultations_response
        WHERE campaign_id = @campaign AND council_id = @council AND sequence IS NOT NULL ORDER BY sequence
        """;

    public async IAsyncEnumerable<SentRow> ReadAsync(CampaignFacts campaign, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(Rows, ("campaign", campaign.Id.Value), ("council", campaign.CouncilId));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            yield return new(
                reader.GetInt64(0),
                DateOnly.FromDateTime(ResponseStore.Utc(reader.GetDateTime(1))),
                reader.GetString(2),
                reader.GetString(3),
                AnswerSet.Parse(Encoding.UTF8.GetBytes(reader.GetString(4))));
        }
    }
}
