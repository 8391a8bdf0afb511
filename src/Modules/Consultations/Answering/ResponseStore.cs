using System.Data.Common;
using System.Globalization;
using System.Text;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Platform.Data;
using Diapason.Platform.Security;

namespace Diapason.Consultations.Answering;

/// <summary>A person's answers as they are in the database.</summary>
internal sealed record Draft(Guid Id, AnswerSet Answers, TypedFields Typed)
{
    /// <summary>The day of the last page saved; once counted, the day it was.</summary>
    public required DateOnly SavedOn { get; init; }

    /// <summary>How many times it was saved.</summary>
    public required int Saves { get; init; }

    public required bool IsSubmitted { get; init; }

    /// <summary>Out of the tray: it has a place among the others.</summary>
    public required bool IsCounted { get; init; }

    /// <summary>The code of the association's link by which its author came.</summary>
    public string? Source { get; init; }

    /// <summary>By page, what a tester wrote of it; null for an answer.</summary>
    public IReadOnlyDictionary<string, string>? Notes { get; init; }
}

/// <summary>Reads and saves answers by the code their author holds, in hand-written SQL: the hot path of the house.</summary>
internal sealed class ResponseStore(DatabaseChoice database, GroupCommit commits, TimeProvider clock)
{
    /// <summary>What <see cref="ReadDraft"/> reads, in its order.</summary>
    internal const string DraftColumns = "id, answers, typed, saved_on, saves, submitted_on, CASE WHEN quarantine IS NULL THEN sequence END, source";

    private readonly string _insert = $"""
        INSERT INTO consultations_response (council_id, {RandomPlace.Column(database)}id, campaign_id, resume_hash, answers, language, consent_version, consent_on, layout, source, is_synthetic, invited, is_blank, saved_on, saves)
        VALUES (@council, {RandomPlace.Value(database)}@id, @campaign, @hash, @answers, @language, @consent, @today, @layout, @source, @no, @no, @no, @today, 0) ON CONFLICT (resume_hash) DO NOTHING
        """;

    // A null of the patch takes the answer away: json_patch does it by itself (RFC 7396), PostgreSQL's || keeps it.
    private readonly string _merge = Merge(database.IsPostgres ? "jsonb_strip_nulls(answers::jsonb || @page::jsonb)::text" : "json_patch(answers, @page)");

    private readonly string _mergeTyped = Merge(database.IsPostgres
        ? "jsonb_strip_nulls(answers::jsonb || @page::jsonb)::text, typed = NULLIF(jsonb_strip_nulls(COALESCE(typed, '{}')::jsonb || @typed::jsonb)::text, '{}')"
        : "json_patch(answers, @page), typed = NULLIF(json_patch(COALESCE(typed, '{}'), @typed), '{}')");

    private DateOnly Today => CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime);

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
        var (id, hash, answers, today) = (RandomId.New(), SecretCode.Hash(code), start.Answers.ToJson(), Today);
        return commits.CommitAsync(
            async (connection, stop) =>
            {
                await using var command = connection.Command(
                    _insert, ("id", id), ("campaign", campaign.Id.Value), ("council", campaign.CouncilId), ("hash", hash), ("answers", answers), ("language", start.Language),
                    ("consent", campaign.Questionnaire.Consent.Version), ("today", today), ("layout", start.Layout), ("source", start.Source), ("no", false));
                return await command.ExecuteNonQueryAsync(stop);
            },
            cancel);
    }

    /// <summary>Merges a page into a draft, durably; two tabs never lose each other's answers. How many times it was saved since; null when the draft was sent or erased meanwhile.</summary>
    public async Task<int?> SaveAsync(CampaignFacts campaign, string code, PageSave page, string language, CancellationToken cancel)
    {
        var (hash, answers, typed, today) = (SecretCode.Hash(code), page.AnswersPatch(), page.TypedPatch(), Today);
        return await commits.CommitAsync(
            async (connection, stop) =>
            {
                await using var command = typed is null
                    ? connection.Command(_merge, ("page", answers), ("language", language), ("today", today), ("hash", hash), ("campaign", campaign.Id.Value), ("council", campaign.CouncilId))
                    : connection.Command(_mergeTyped, ("page", answers), ("typed", typed), ("language", language), ("today", today), ("hash", hash), ("campaign", campaign.Id.Value), ("council", campaign.CouncilId));
                return await command.ExecuteScalarAsync(stop) is { } saves ? Convert.ToInt32(saves, CultureInfo.InvariantCulture) : (int?)null;
            },
            cancel);
    }

    internal static Draft ReadDraft(DbDataReader reader) => new(
        reader.GetGuid(0), AnswerSet.Parse(Encoding.UTF8.GetBytes(reader.GetString(1))), reader.IsDBNull(2) ? TypedFields.None : TypedFields.Parse(reader.GetString(2)))
    {
        SavedOn = reader.GetFieldValue<DateOnly>(3),
        Saves = reader.GetInt32(4),
        IsSubmitted = !reader.IsDBNull(5),
        IsCounted = !reader.IsDBNull(6),
        Source = reader.IsDBNull(7) ? null : reader.GetString(7),
    };

    private static string Merge(string answers) =>
        $"UPDATE consultations_response SET answers = {answers}, language = @language, saved_on = @today, saves = saves + 1 WHERE resume_hash = @hash AND campaign_id = @campaign AND council_id = @council AND submitted_on IS NULL RETURNING saves";
}

/// <summary>What a response starts with.</summary>
internal sealed record Start(AnswerSet Answers, string Language, string Layout)
{
    /// <summary>The code of the association's link by which its author came; null when it was none.</summary>
    public string? Source { get; init; }
}
