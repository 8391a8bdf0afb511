using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.Workshops.Activities;
using Diapason.Workshops.Data;

namespace Diapason.Workshops.Saying;

/// <summary>
/// Writes what people say, many at once: kept before it is acknowledged, once for each line however often it is sent, and only while the activity takes answers. The
/// statement itself looks, so that a phone that comes late never slips in behind the door that closes.
/// </summary>
internal sealed class RoomBook(GroupCommit commits)
{
    private const string Keep = """
        INSERT INTO workshops_contribution (id, council_id, workshop_id, participant_id, activity, item, value, words, language, table_number, is_paper, state, reason)
        SELECT @id, p.council_id, p.workshop_id, p.id, @activity, @item, @value, @words, @language, p.table_number, @paper, @state, ''
        FROM workshops_participant p JOIN workshops_workshop w ON w.id = p.workshop_id AND w.council_id = @council
        WHERE p.id = @participant AND p.council_id = @council AND (@late OR (w.state = 'Open' AND w.open_activity = @activity))
        ON CONFLICT (participant_id, activity, item) DO UPDATE SET
          value = excluded.value,
          state = CASE WHEN workshops_contribution.words = excluded.words THEN workshops_contribution.state ELSE excluded.state END,
          words = excluded.words
        """;
    private const string Count = "SELECT COUNT(*) FROM workshops_contribution WHERE participant_id = @participant AND activity = @activity AND item <> @item AND council_id = @council";

    public Task<Kept> KeepAsync(Participant who, string activity, IReadOnlyList<Said> said, string language, bool isPaper, CancellationToken cancel) => commits.CommitAsync(
        async (connection, stop) =>
        {
            foreach (var one in said)
            {
                if (one.Words.Length > 0)
                {
                    await using var count = connection.Command(Count, ("participant", who.Id), ("activity", activity), ("item", one.Item), ("council", who.CouncilId));
                    if ((long)(await count.ExecuteScalarAsync(stop))! >= Cards.Most) return Kept.TooMany;
                }

                await using var keep = connection.Command(
                    Keep, ("id", RandomId.New()), ("council", who.CouncilId), ("participant", who.Id), ("activity", activity), ("item", one.Item), ("value", one.Value), ("words", one.Words),
                    ("language", language), ("paper", isPaper), ("late", isPaper), ("state", one.Words.Length > 0 ? nameof(ContributionState.Waiting) : nameof(ContributionState.Shown)));
                if (await keep.ExecuteNonQueryAsync(stop) == 0) return Kept.Closed;
            }

            return Kept.Done;
        },
        cancel);
}

/// <summary>What came of it.</summary>
internal enum Kept
{
    Done,

    /// <summary>The activity takes no answers now, or whoever said it has taken all back.</summary>
    Closed,
    TooMany,
}
