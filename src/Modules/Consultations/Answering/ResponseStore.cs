using System.Data.Common;
using System.Text;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Platform.Data;
using Diapason.Platform.Security;

namespace Diapason.Consultations.Answering;

/// <summary>A person's answers as they are in the database.</summary>
internal sealed record Draft(Guid Id, AnswerSet Answers, DateTime SavedAt, DateTime? SubmittedAt, TypedFields Typed)
{
    public bool IsSubmitted => SubmittedAt is not null;
}

/// <summary>Reads and saves answers by the code their author holds, in hand-written SQL: the hot path of the house.</summary>
internal sealed class ResponseStore(DatabaseChoice database, GroupCommit commits, TimeProvider clock)
{
    /// <summary>What <see cref="ReadDraft"/> reads, in its order.</summary>
    internal const string DraftColumns = "id, answers, saved_at, submitted_at, typed";

    private const string Insert = """
        INSERT INTO consultations_response (id, campaign_id, council_id, resume_hash, answers, language, consent_version, consent_at, layout, is_synthetic, started_at, saved_at)
        VALUES (@id, @campaign, @council, @hash, @answers, @language, @consent, @now, @layout, @synthetic, @now, @now) ON CONFLICT (resume_hash) DO NOTHING
        """;

    // A null of the patch takes the answer away: json_patch does it by itself (RFC 7396), PostgreSQL's || keeps it.
    private readonly string _merge = Merge(database.IsPostgres ? "jsonb_strip_nulls(answers::jsonb || @page::jsonb)::text" : "json_patch(answers, @page)");

    private readonly string _mergeTyped = Merge(database.IsPostgres
        ? "jsonb_strip_nulls(answers::jsonb || @page::jsonb)::text, typed = NULLIF(jsonb_strip_nulls(COALESCE(typed, '{}')::jsonb || @typed::jsonb)::text, '{}')"
        : "json_patch(answers, @page), typed = NULLIF(json_patch(COALESCE(typed, '{}'), @typed), '{}')");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async ValueTask<Draft?> FindAsync(CampaignFacts campaign, string code, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(
            $"SELECT {DraftColumns} FROM consultations_response WHERE resume_hash = @hash AND campaign_id = @campaign AND council_id = @council",
            ("hash", SecretCode.Hash(code)), ("campaign", campaign.Id.Value), ("council", campaign.CouncilId));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? ReadDraft(reader) : null;
    }

    /// <summary>The campaign of a resume code within a council; null when nobody holds it.</summary>
    public async ValueTask<CampaignId?> CampaignOfAsync(Guid councilId, string code, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(
            "SELECT campaign_id FROM consultations_response WHERE resume_hash = @hash AND council_id = @council",
            ("hash", SecretCode.Hash(code)), ("council", councilId));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new CampaignId(reader.GetGuid(0)) : null;
    }

    /// <summary>Creates the response of someone who just consented; the same code twice creates one.</summary>
    public Task StartAsync(CampaignFacts campaign, string code, Start start, CancellationToken cancel)
    {
        var (id, hash, answers, now) = (Guid.CreateVersion7(), SecretCode.Hash(code), start.Answers.ToJson(), Now);
        return commits.CommitAsync(
            async (connection, stop) =>
            {
                await using var command = connection.Command(
                    Insert, ("id", id), ("campaign", campaign.Id.Value), ("council", campaign.CouncilId), ("hash", hash), ("answers", answers), ("language", start.Language),
                    ("consent", campaign.Questionnaire.Consent.Version), ("now", now), ("layout", start.Layout), ("synthetic", false));
                return await command.ExecuteNonQueryAsync(stop);
            },
            cancel);
    }

    /// <summary>Merges a page into a draft, durably; two tabs never lose each other's answers. The moment it was saved; null when the draft was sent or erased meanwhile.</summary>
    public async Task<DateTime?> SaveAsync(CampaignFacts campaign, string code, PageSave page, string language, CancellationToken cancel)
    {
        var (hash, answers, typed, now) = (SecretCode.Hash(code), page.AnswersPatch(), page.TypedPatch(), Now);
        var saved = await commits.CommitAsync(
            async (connection, stop) =>
            {
                await using var command = typed is null
                    ? connection.Command(_merge, ("page", answers), ("language", language), ("now", now), ("hash", hash), ("campaign", campaign.Id.Value), ("council", campaign.CouncilId))
                    : connection.Command(_mergeTyped, ("page", answers), ("typed", typed), ("language", language), ("now", now), ("hash", hash), ("campaign", campaign.Id.Value), ("council", campaign.CouncilId));
                return await command.ExecuteNonQueryAsync(stop);
            },
            cancel);
        return saved == 1 ? now : null;
    }

    internal static Draft ReadDraft(DbDataReader reader) => new(
        reader.GetGuid(0), AnswerSet.Parse(Encoding.UTF8.GetBytes(reader.GetString(1))),
        Utc(reader.GetDateTime(2)), reader.IsDBNull(3) ? null : Utc(reader.GetDateTime(3)), reader.IsDBNull(4) ? TypedFields.None : TypedFields.Parse(reader.GetString(4)));

    private static string Merge(string answers) =>
        $"UPDATE consultations_response SET answers = {answers}, language = @language, saved_at = @now WHERE resume_hash = @hash AND campaign_id = @campaign AND council_id = @council AND submitted_at IS NULL";

    internal static DateTime Utc(DateTime stored) => DateTime.SpecifyKind(stored, DateTimeKind.Utc);
}

/// <summary>What a response starts with.</summary>
internal sealed record Start(AnswerSet Answers, string Language, string Layout);
