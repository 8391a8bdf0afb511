using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Forms;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;

namespace Diapason.Consultations.Pretesting;

/// <summary>Whose preview of what.</summary>
/// <param name="AccountId">The person.</param>
/// <param name="SubjectId">The campaign or the draft.</param>
internal sealed record PreviewKey(Guid AccountId, Guid SubjectId);

/// <summary>What was typed in a preview, and the page it was left at.</summary>
internal sealed record PreviewState(AnswerSet Answers, TypedFields Typed, string Step);

/// <summary>Keeps what somebody types in the true pages they look at, for them alone: a page back, a language, a day later, it is there, as it is for those who answer.</summary>
internal sealed class PreviewStore(DatabaseChoice database, GroupCommit commits, CurrentCouncil council, TimeProvider clock)
{
    private const string Find = "SELECT answers, typed, step FROM consultations_preview WHERE account_id = @account AND subject_id = @subject AND council_id = @council";

    private const string Save = """
        INSERT INTO consultations_preview (account_id, subject_id, council_id, answers, typed, step, saved_on) VALUES (@account, @subject, @council, @answers, @typed, @step, @today)
        ON CONFLICT (account_id, subject_id) DO UPDATE SET answers = @answers, typed = @typed, step = @step, saved_on = @today
        """;

    private const string Delete = "DELETE FROM consultations_preview WHERE account_id = @account AND subject_id = @subject AND council_id = @council";

    public async ValueTask<PreviewState?> FindAsync(PreviewKey key, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(Find, Named(key));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new PreviewState(AnswerSet.Parse(reader.GetString(0)), TypedFields.Parse(reader.GetString(1)), reader.GetString(2)) : null;
    }

    public Task SaveAsync(PreviewKey key, PreviewState state, CancellationToken cancel) =>
        RunAsync(Save, [("answers", state.Answers.ToJson()), ("typed", state.Typed.ToJson()), ("step", state.Step), ("today", CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime)), .. Named(key)], cancel);

    public Task ForgetAsync(PreviewKey key, CancellationToken cancel) => RunAsync(Delete, Named(key), cancel);

    private (string, object?)[] Named(PreviewKey key) => [("account", key.AccountId), ("subject", key.SubjectId), ("council", council.Id)];

    private Task<int> RunAsync(string sql, (string, object?)[] values, CancellationToken cancel) => commits.CommitAsync(
        async (connection, stop) =>
        {
            await using var command = connection.Command(sql, values);
            return await command.ExecuteNonQueryAsync(stop);
        },
        cancel);
}
