using System.Data.Common;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;

namespace Diapason.Consultations.Answering;

/// <summary>Sends a draft: drops what was routed away, completes the rest, gives it a place in the sequence. Sending twice changes nothing: it is done, and the receipt the same.</summary>
internal sealed class SubmitAnswers(DatabaseChoice database, GroupCommit commits, TimeProvider clock)
{
    // The row's lock makes sequences appear in the order of commits, so that a reader's cursor never jumps over a late one.
    private const string NextSequence = """
        UPDATE consultations_campaign SET last_sequence = last_sequence + 1
        WHERE id = @campaign AND council_id = @council AND closed_at IS NULL AND (closes_at IS NULL OR closes_at > @now) RETURNING last_sequence
        """;

    private const string Seal = """
        UPDATE consultations_response SET answers = @answers, typed = NULL, language = @language, saved_at = @now, submitted_at = @now, receipt_hash = @receipt, sequence = @sequence, record_key = @key WHERE id = @id AND council_id = @council
        """;

    private readonly string _find = $"SELECT {ResponseStore.DraftColumns} FROM consultations_response WHERE resume_hash = @hash AND campaign_id = @campaign AND council_id = @council"
        + (database.IsPostgres ? " FOR UPDATE" : "");

    public Task<Outcome> RunAsync(CampaignFacts campaign, string code, string language, CancellationToken cancel)
    {
        var submission = new Submission(campaign, SecretCode.Hash(code), SecretCode.Hash(ReceiptCode.Of(code)), language, clock.GetUtcNow().UtcDateTime);
        return commits.CommitAsync((connection, stop) => SendAsync(connection, submission, stop), cancel);
    }

    private async ValueTask<Outcome> SendAsync(DbConnection connection, Submission sent, CancellationToken cancel)
    {
        if (await FindAsync(connection, sent, cancel) is not { } draft) return Problem.Absent();
        if (draft.IsSubmitted) return Outcome.Done;
        var route = sent.Campaign.Questionnaire.RouteFor(draft.Answers);
        if (route.FirstIncomplete is not null) return Problem.Invalid("submit.incomplete");
        if (!GivenAnswers.Any(route)) return Problem.Invalid("submit.empty");
        await using var next = connection.Command(NextSequence, ("campaign", sent.Campaign.Id.Value), ("council", sent.Campaign.CouncilId), ("now", sent.Now));
        if (await next.ExecuteScalarAsync(cancel) is not long sequence) return Problem.Over("submit.closed");
        await using var seal = connection.Command(
            Seal, ("answers", route.Complete().ToJson()), ("language", sent.Language), ("now", sent.Now), ("receipt", sent.ReceiptHash), ("sequence", sequence), ("key", RecordKey.New()), ("id", draft.Id), ("council", sent.Campaign.CouncilId));
        await seal.ExecuteNonQueryAsync(cancel);
        return Outcome.Done;
    }

    private async ValueTask<Draft?> FindAsync(DbConnection connection, Submission sent, CancellationToken cancel)
    {
        await using var command = connection.Command(_find, ("hash", sent.Hash), ("campaign", sent.Campaign.Id.Value), ("council", sent.Campaign.CouncilId));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? ResponseStore.ReadDraft(reader) : null;
    }

    private sealed record Submission(CampaignFacts Campaign, byte[] Hash, byte[] ReceiptHash, string Language, DateTime Now);
}
