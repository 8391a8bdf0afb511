using System.Data.Common;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.Workshops.Activities;
using Diapason.Workshops.Data;
using Diapason.Workshops.Papers;
using Diapason.Workshops.Preparing;

namespace Diapason.Workshops.Saying;

/// <summary>
/// Writes what people say, many at once: kept before it is acknowledged, once for each line however often it is sent, and only while the activity takes answers. The
/// statement itself looks, so that a phone that comes late never slips in behind the door that closes.
/// </summary>
internal sealed class RoomBook(GroupCommit commits, DatabaseChoice database)
{
    /// <summary>Whoever takes all back waits for what they were sending, or comes before it: SQLite writes one after the other by itself.</summary>
    private readonly string _keep = Keep.Replace("{lock}", database.IsPostgres ? "FOR SHARE OF p" : "", StringComparison.Ordinal);

    private const string Keep = """
        INSERT INTO workshops_contribution (id, council_id, workshop_id, participant_id, activity, item, value, words, language, table_number, is_paper, state, reason)
        SELECT @id, p.council_id, p.workshop_id, p.id, @activity, @item, @value, @words, @language, p.table_number, @paper, @state, ''
        FROM workshops_participant p JOIN workshops_workshop w ON w.id = p.workshop_id AND w.council_id = @council
        WHERE p.id = @participant AND p.council_id = @council AND (@late OR (w.state = 'Open' AND w.open_activity = @activity)) AND (@words = '' OR p.keeps_words)
        {lock}
        ON CONFLICT (participant_id, activity, item) DO UPDATE SET
          value = excluded.value,
          state = CASE WHEN workshops_contribution.words = excluded.words THEN workshops_contribution.state ELSE excluded.state END,
          words = excluded.words
        """;
    private const string Count = "SELECT COUNT(*) FROM workshops_contribution WHERE participant_id = @participant AND activity = @activity AND item <> @item AND council_id = @council";

    private const string Forget = "DELETE FROM workshops_contribution WHERE participant_id = @participant AND activity = @activity AND item = @item AND council_id = @council";
    private const string Type = """
        UPDATE workshops_participant SET table_number = @table, keeps_words = @keeps, is_typed = @typed
        WHERE id = @participant AND council_id = @council AND (NOT is_typed OR @correction) AND NOT (@keeps AND took_back_words)
        """;
    private const string Empty = "DELETE FROM workshops_contribution WHERE participant_id = @participant AND council_id = @council";

    public Task<Kept> KeepAsync(Participant who, ActivityContent activity, IReadOnlyList<Said> said, string language, CancellationToken cancel) =>
        commits.CommitAsync((connection, stop) => WriteAsync(connection, who, activity, said, language, isPaper: false, stop), cancel);

    /// <summary>A whole sheet in one commit: it is typed and all of it is there, or nothing of it is. Of two who type the same one, one is told.</summary>
    public Task<Kept> TypeAsync(Participant who, SheetForm form, IReadOnlyList<(ActivityContent Activity, IReadOnlyList<Said> Said)> sheet, string language, CancellationToken cancel) => commits.CommitAsync(
        async (connection, stop) =>
        {
            await using var type = connection.Command(Type, ("participant", who.Id), ("council", who.CouncilId), ("table", form.Table ?? 0), ("keeps", form.KeepsWords), ("typed", true), ("correction", form.IsCorrection));
            if (await type.ExecuteNonQueryAsync(stop) == 0) return Kept.Closed;
            // What was on the sheet is what is typed now: a line left out by mistake and corrected is not kept beside.
            await using var empty = connection.Command(Empty, ("participant", who.Id), ("council", who.CouncilId));
            await empty.ExecuteNonQueryAsync(stop);
            foreach (var (activity, said) in sheet)
                if (await WriteAsync(connection, who, activity, said, language, isPaper: true, stop) != Kept.Done) throw new InvalidOperationException("A line of a sheet was not kept: none of it is.");
            return Kept.Done;
        },
        cancel);

    private async ValueTask<Kept> WriteAsync(DbConnection connection, Participant who, ActivityContent activity, IReadOnlyList<Said> said, string language, bool isPaper, CancellationToken stop)
    {
        foreach (var one in said)
        {
            if (one.Words.Length > 0)
            {
                await using var count = connection.Command(Count, ("participant", who.Id), ("activity", activity.Code), ("item", one.Item), ("council", who.CouncilId));
                if ((long)(await count.ExecuteScalarAsync(stop))! >= Cards.Most) return Kept.TooMany;
            }

            await using var keep = connection.Command(
                _keep, ("id", RandomId.New()), ("council", who.CouncilId), ("participant", who.Id), ("activity", activity.Code), ("item", one.Item), ("value", one.Value), ("words", one.Words),
                ("language", language), ("paper", isPaper), ("late", isPaper), ("state", one.Words.Length > 0 ? nameof(ContributionState.Waiting) : nameof(ContributionState.Shown)));
            if (await keep.ExecuteNonQueryAsync(stop) == 0) return Kept.Closed;
        }

        // Numbers are sent all together: a line that was left empty takes back what it had.
        foreach (var item in ActivityKinds.Of(activity).LeftEmpty(activity, said))
        {
            await using var forget = connection.Command(Forget, ("participant", who.Id), ("activity", activity.Code), ("item", item), ("council", who.CouncilId));
            await forget.ExecuteNonQueryAsync(stop);
        }

        return Kept.Done;
    }
}

/// <summary>What came of it.</summary>
internal enum Kept
{
    Done,

    /// <summary>The activity takes no answers now, or whoever said it has taken all back.</summary>
    Closed,
    TooMany,
}
