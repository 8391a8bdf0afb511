using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;

namespace Diapason.Consultations.Answering;

/// <summary>
/// Where answers that were sent wait to be counted. When twenty are there, ten drawn at random are numbered and all are written again in a random order: whoever
/// knows when each was sent cannot tell which is which, neither among those counted nor among those left. Everything happens in the transaction of a sending,
/// under the campaign's lock, so that a kill loses and numbers nothing twice.
/// </summary>
internal sealed class Tray(DatabaseChoice database)
{
    /// <summary>The fewest answers that are counted together, and that are left.</summary>
    public const int Least = 10;

    private const string Count = "SELECT COUNT(*) FROM consultations_response WHERE campaign_id = @campaign AND council_id = @council AND sequence IS NULL AND record_key IS NOT NULL";

    private const string Date = """
        UPDATE consultations_response SET consent_on = @today, saved_on = @today, submitted_on = @today
        WHERE campaign_id = @campaign AND council_id = @council AND sequence IS NULL AND record_key IS NOT NULL AND submitted_on <> @today
        """;

    private const string Remember = """
        INSERT INTO consultations_withdrawal (campaign_id, sequence, withdrawn_sequence, is_moved)
        SELECT r.campaign_id, c.last_sequence + ROW_NUMBER() OVER (ORDER BY r.sequence), r.sequence, true
        FROM consultations_response r JOIN consultations_campaign c ON c.id = r.campaign_id
        WHERE r.campaign_id = @campaign AND r.council_id = @council AND r.sequence >= @from AND NOT r.is_synthetic
        """;

    private const string TakeBack = "UPDATE consultations_response SET sequence = NULL WHERE campaign_id = @campaign AND council_id = @council AND sequence >= @from AND NOT is_synthetic";

    private const string Previous = """
        SELECT MIN(sequence) FROM (SELECT sequence FROM consultations_response
        WHERE campaign_id = @campaign AND council_id = @council AND sequence IS NOT NULL AND NOT is_synthetic ORDER BY sequence DESC LIMIT 10) last
        """;

    private const string Move = "UPDATE consultations_campaign SET last_sequence = last_sequence + @by WHERE id = @campaign AND council_id = @council RETURNING last_sequence";

    private static readonly string[] Carried = ["id", "resume_hash", "receipt_hash", "record_key", "admitted_in", "invited", "invitation_id", "quarantine", "is_blank", "is_synthetic", "language", "layout", "source", "consent_version", "answers"];

    private readonly string _takeOut = $"DELETE FROM consultations_response WHERE campaign_id = @campaign AND council_id = @council AND sequence IS NULL AND record_key IS NOT NULL RETURNING {string.Join(", ", Carried)}";

    private readonly string _putBack = $"""
        INSERT INTO consultations_response (council_id, {RandomPlace.Column(database)}campaign_id, sequence, consent_on, saved_on, submitted_on, saves, {string.Join(", ", Carried)})
        VALUES (@council, {RandomPlace.Value(database)}@campaign, @sequence, @today, @today, @today, 0, {string.Join(", ", Carried.Select(column => "@" + column))})
        """;

    /// <summary>After a sending: counts ten when there are twenty. PostgreSQL shows which rows were written last: there, all that wait are written again each time.</summary>
    public async ValueTask TurnAsync(DbConnection connection, CampaignFacts campaign, DateOnly today, CancellationToken cancel)
    {
        var waiting = await AskAsync(connection, Count, campaign, cancel);
        var counted = waiting < 2 * Least ? 0 : (int)waiting - Least;
        if (counted > 0 || database.IsPostgres) await WriteAgainAsync(connection, campaign, (counted, today), cancel);
        else await RunAsync(connection, Date, campaign, ("today", today), cancel);
    }

    /// <summary>Counts all that wait, once nobody can answer any more. Fewer than ten join the ten that were counted last, which move.</summary>
    public async ValueTask EmptyAsync(DbConnection connection, CampaignFacts campaign, DateOnly lastDay, CancellationToken cancel)
    {
        var waiting = await AskAsync(connection, Count, campaign, cancel);
        if (waiting == 0) return;
        if (waiting < Least && await AskAsync(connection, Previous, campaign, cancel) is > 0 and var from)
        {
            var moved = await RunAsync(connection, Remember, campaign, ("from", from), cancel);
            await MoveSequenceAsync(connection, campaign, moved, cancel);
            waiting += await RunAsync(connection, TakeBack, campaign, ("from", from), cancel);
        }

        await WriteAgainAsync(connection, campaign, ((int)waiting, lastDay), cancel);
    }

    private async ValueTask WriteAgainAsync(DbConnection connection, CampaignFacts campaign, (int Counted, DateOnly Day) turn, CancellationToken cancel)
    {
        var rows = await TakeOutAsync(connection, campaign, cancel);
        RandomNumberGenerator.Shuffle(rows);
        var sequence = turn.Counted == 0 ? 0 : await MoveSequenceAsync(connection, campaign, turn.Counted, cancel) - turn.Counted;
        foreach (var (place, row) in rows.Index())
        {
            await using var put = connection.Command(_putBack, ("campaign", campaign.Id.Value), ("council", campaign.CouncilId), ("today", turn.Day), ("sequence", place < turn.Counted ? ++sequence : null));
            foreach (var (i, column) in Carried.Index())
            {
                var parameter = put.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ("@" + column, row[i]);
                put.Parameters.Add(parameter);
            }

            await put.ExecuteNonQueryAsync(cancel);
        }
    }

    private async ValueTask<object[][]> TakeOutAsync(DbConnection connection, CampaignFacts campaign, CancellationToken cancel)
    {
        await using var take = connection.Command(_takeOut, ("campaign", campaign.Id.Value), ("council", campaign.CouncilId));
        await using var reader = await take.ExecuteReaderAsync(cancel);
        var rows = new List<object[]>();
        while (await reader.ReadAsync(cancel))
        {
            var row = new object[Carried.Length];
            reader.GetValues(row);
            rows.Add(row);
        }

        return [.. rows];
    }

    private static async ValueTask<long> MoveSequenceAsync(DbConnection connection, CampaignFacts campaign, int by, CancellationToken cancel)
    {
        await using var move = connection.Command(Move, ("campaign", campaign.Id.Value), ("council", campaign.CouncilId), ("by", by));
        return Convert.ToInt64(await move.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture);
    }

    private static async ValueTask<long> AskAsync(DbConnection connection, string sql, CampaignFacts campaign, CancellationToken cancel)
    {
        await using var ask = connection.Command(sql, ("campaign", campaign.Id.Value), ("council", campaign.CouncilId));
        return await ask.ExecuteScalarAsync(cancel) is long value ? value : 0;
    }

    private static async ValueTask<int> RunAsync(DbConnection connection, string sql, CampaignFacts campaign, (string Name, object Value) with, CancellationToken cancel)
    {
        await using var command = connection.Command(sql, ("campaign", campaign.Id.Value), ("council", campaign.CouncilId), with);
        return await command.ExecuteNonQueryAsync(cancel);
    }
}
