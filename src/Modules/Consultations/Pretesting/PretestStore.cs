using System.Globalization;
using System.Text.Json;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Microsoft.AspNetCore.Http;
using Draft = Diapason.Consultations.Answering.Draft;

namespace Diapason.Consultations.Pretesting;

/// <summary>Reads and saves what testers answer, as <see cref="ResponseStore"/> does for answers, in a table that nothing else reads.</summary>
internal sealed class PretestStore(DatabaseChoice database, GroupCommit commits, TimeProvider clock)
{
    private const string Find = """
        SELECT id, answers, typed, saved_on, saves, submitted_on, NULL, NULL, notes FROM consultations_pretest_answer
        WHERE resume_hash = @hash AND campaign_id = @campaign AND council_id = @council
        """;

    private const string Link = "SELECT hash FROM consultations_pretest_link WHERE campaign_id = @campaign AND council_id = @council";

    private const string CampaignOf = "SELECT campaign_id FROM consultations_pretest_answer WHERE resume_hash = @hash AND council_id = @council";

    private const string Insert = """
        INSERT INTO consultations_pretest_answer (id, campaign_id, council_id, resume_hash, answers, language, saved_on, saves, times, notes)
        VALUES (@id, @campaign, @council, @hash, @answers, @language, @today, 0, '{}', '{}') ON CONFLICT (resume_hash) DO NOTHING
        """;

    private const string Seal = """
        UPDATE consultations_pretest_answer SET answers = @answers, typed = NULL, submitted_on = @today, minutes = @minutes
        WHERE resume_hash = @hash AND campaign_id = @campaign AND council_id = @council AND submitted_on IS NULL
        """;

    private const string Delete = "DELETE FROM consultations_pretest_answer WHERE resume_hash = @hash AND campaign_id = @campaign AND council_id = @council";

    private const string Unsent = "WHERE resume_hash = @hash AND campaign_id = @campaign AND submitted_on IS NULL";

    private readonly string _merge = database.IsPostgres
        ? $"UPDATE consultations_pretest_answer SET answers = jsonb_strip_nulls(answers::jsonb || @page::jsonb)::text, typed = NULLIF(jsonb_strip_nulls(COALESCE(typed, '{{}}')::jsonb || @typed::jsonb)::text, '{{}}'), language = @language, saved_on = @today, saves = saves + 1 {Unsent} AND council_id = @council RETURNING saves"
        : $"UPDATE consultations_pretest_answer SET answers = json_patch(answers, @page), typed = NULLIF(json_patch(COALESCE(typed, '{{}}'), @typed), '{{}}'), language = @language, saved_on = @today, saves = saves + 1 {Unsent} AND council_id = @council RETURNING saves";

    // The first time that a page took is kept; of a note, the last words.
    private readonly string _note = database.IsPostgres
        ? $"UPDATE consultations_pretest_answer SET times = (@times::jsonb || times::jsonb)::text, notes = jsonb_strip_nulls(notes::jsonb || @notes::jsonb)::text {Unsent} AND council_id = @council"
        : $"UPDATE consultations_pretest_answer SET times = json_patch(@times, times), notes = json_patch(notes, @notes) {Unsent} AND council_id = @council";

    private DateOnly Today => CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime);

    public async ValueTask<Draft?> FindAsync(CampaignFacts campaign, string code, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(Find, ("hash", SecretCode.Hash(code)), ("campaign", campaign.Id.Value), ("council", campaign.CouncilId));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? ResponseStore.ReadDraft(reader) with { Notes = JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(8))! } : null;
    }

    /// <summary>The hash of the secret that lets in; null when the pages are not being tried.</summary>
    public async ValueTask<byte[]?> LinkAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(Link, ("campaign", campaign.Id.Value), ("council", campaign.CouncilId));
        return await command.ExecuteScalarAsync(cancel) as byte[];
    }

    /// <summary>The campaign of a tester's resume code; null when nobody holds it.</summary>
    public async ValueTask<CampaignId?> CampaignOfAsync(Guid councilId, string code, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(CampaignOf, ("hash", SecretCode.Hash(code)), ("council", councilId));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new CampaignId(reader.GetGuid(0)) : null;
    }

    public Task StartAsync(CampaignFacts campaign, string code, Start start, CancellationToken cancel) =>
        RunAsync(Insert, campaign, code, [("id", RandomId.New()), ("answers", start.Answers.ToJson()), ("language", start.Language), ("today", Today)], cancel);

    /// <summary>How many times it was saved since; null when it was sent or erased meanwhile.</summary>
    public async Task<int?> SaveAsync(CampaignFacts campaign, string code, PageSave page, string language, CancellationToken cancel)
    {
        (string, object?)[] values = [("page", page.AnswersPatch()), ("typed", page.TypedPatch() ?? "{}"), ("language", language), ("today", Today), .. Named(campaign, code)];
        return await commits.CommitAsync(
            async (connection, stop) =>
            {
                await using var command = connection.Command(_merge, values);
                return await command.ExecuteScalarAsync(stop) is { } saves ? Convert.ToInt32(saves, CultureInfo.InvariantCulture) : (int?)null;
            },
            cancel);
    }

    /// <summary>Keeps what was noticed of a page: the class of the time it took, and what its tester wrote of it.</summary>
    public Task NoteAsync(CampaignFacts campaign, string code, PageNote note, CancellationToken cancel) =>
        RunAsync(_note, campaign, code, [("times", Object(note.Page, note.Within)), ("notes", JsonSerializer.Serialize(note.Words is null ? [] : new Dictionary<string, string?> { [note.Page] = note.Words.Length == 0 ? null : note.Words }))], cancel);

    public Task SendAsync(CampaignFacts campaign, string code, (AnswerSet Answers, string? Within) sent, CancellationToken cancel) =>
        RunAsync(Seal, campaign, code, [("answers", sent.Answers.ToJson()), ("minutes", sent.Within), ("today", Today)], cancel);

    public Task EraseAsync(CampaignFacts campaign, string code, CancellationToken cancel) => RunAsync(Delete, campaign, code, [], cancel);

    private static string Object(string page, string? value) => value is null ? "{}" : JsonSerializer.Serialize(new Dictionary<string, string> { [page] = value });

    private static (string, object?)[] Named(CampaignFacts campaign, string code) => [("hash", SecretCode.Hash(code)), ("campaign", campaign.Id.Value), ("council", campaign.CouncilId)];

    private Task<int> RunAsync(string sql, CampaignFacts campaign, string code, (string, object?)[] with, CancellationToken cancel)
    {
        (string, object?)[] values = [.. with, .. Named(campaign, code)];
        return commits.CommitAsync(
            async (connection, stop) =>
            {
                await using var command = connection.Command(sql, values);
                return await command.ExecuteNonQueryAsync(stop);
            },
            cancel);
    }
}

/// <summary>What was noticed of one page while it was tried.</summary>
/// <param name="Within">The class of the time it took; null when it is not passed yet, or when nothing tells.</param>
/// <param name="Words">What the tester wrote of it; null when the page did not ask.</param>
internal sealed record PageNote(string Page, string? Within, string? Words)
{
    /// <summary>A name no question can have.</summary>
    public const string Field = "-note";

    public const int Longest = 1000;

    public static PageNote Of(string page, string? within, IFormCollection form) =>
        new(page, within, form.TryGetValue(Field, out var written) ? written.ToString().Replace("\0", "", StringComparison.Ordinal).Trim() is var words && words.Length > Longest ? words[..Longest] : words : null);
}
