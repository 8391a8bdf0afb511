using System.Data.Common;
using Diapason.Learning.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Security;

namespace Diapason.Learning.Places;

/// <summary>
/// Who holds which seat, in the order people came. Each act begins by writing the row of its session: on PostgreSQL that lock, on SQLite the one
/// writer, makes acts on a session follow one another, so that a seat is never counted twice.
/// </summary>
internal sealed class SeatBook(GroupCommit commits, TimeProvider clock)
{
    private const string Arrive = "UPDATE learning_session SET arrivals = arrivals + 1 WHERE id = @session AND council_id = @council AND (state = 'Open' OR (@early AND state = 'Draft')) AND closes_at > @now RETURNING arrivals, seats";
    private const string Come = "UPDATE learning_session SET arrivals = arrivals + 1 WHERE id = @session AND council_id = @council AND state = 'Open' RETURNING arrivals, seats";
    private const string Lock = "UPDATE learning_session SET arrivals = arrivals WHERE id = @session AND council_id = @council AND state = 'Open' AND starts_at > @now RETURNING seats";
    private const string Known = "SELECT COUNT(*) FROM learning_registration WHERE code_hash = @hash AND council_id = @council";
    private const string Count = """
        SELECT COUNT(*) FILTER (WHERE state IN ('Offered', 'Confirmed')), COUNT(*) FILTER (WHERE state = 'Waiting')
        FROM learning_registration WHERE session_id = @session AND council_id = @council
        """;
    private const string Keep = """
        INSERT INTO learning_registration (id, council_id, session_id, ordinal, state, name, email, phone, language, needs, code_hash, head, is_by_staff, offered_until, letter, attendance, is_reminded, has_said, is_asked, certificate)
        VALUES (@id, @council, @session, @ordinal, @state, @name, @email, @phone, @language, @needs, @hash, @head, @staff, @until, @letter, 0, @no, @no, @no, '')
        """;
    private const string Next = """
        SELECT id FROM learning_registration WHERE session_id = @session AND council_id = @council AND state = 'Waiting' ORDER BY ordinal LIMIT @free
        """;
    private const string Call = "UPDATE learning_registration SET state = 'Offered', offered_until = @until, letter = 'Called' WHERE id = @id AND council_id = @council";
    private const string Confirm = "UPDATE learning_registration SET state = 'Confirmed', offered_until = NULL, letter = 'Confirmed' WHERE id = @id AND council_id = @council AND state = 'Offered' AND (@late OR offered_until > @now)";
    private const string Leave = "UPDATE learning_registration SET state = 'Cancelled', offered_until = NULL, letter = 'None' WHERE id = @id AND council_id = @council AND state IN ('Offered', 'Confirmed', 'Waiting')";
    private const string Expire = "UPDATE learning_registration SET state = 'Expired', offered_until = NULL, letter = 'Expired' WHERE session_id = @session AND council_id = @council AND state = 'Offered' AND offered_until <= @now";

    private const string Cap = """
        UPDATE learning_registration SET offered_until = (SELECT s.starts_at FROM learning_session s WHERE s.id = @session AND s.council_id = @council)
        WHERE session_id = @session AND council_id = @council AND state = 'Offered' AND offered_until > (SELECT s.starts_at FROM learning_session s WHERE s.id = @session AND s.council_id = @council)
        """;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Somebody comes to a session: the next seat is held for them, or the next rank of the list. Null when nobody signs up any more; a form sent twice is one arrival.</summary>
    public Task<PlaceState?> ArriveAsync(Arrival arrival, CancellationToken cancel) => commits.CommitAsync<PlaceState?>(
        async (connection, stop) =>
        {
            await using (var known = connection.Command(Known, ("hash", arrival.CodeHash), ("council", arrival.CouncilId)))
                if ((long)(await known.ExecuteScalarAsync(stop))! > 0) return PlaceState.Offered;
            if (await ReadTwoAsync(connection.Command(Arrive, ("session", arrival.SessionId), ("council", arrival.CouncilId), ("now", Now), ("early", arrival.IsFromList)), stop) is not { } arrived) return null;
            var (held, waiting) = (await ReadTwoAsync(connection.Command(Count, ("session", arrival.SessionId), ("council", arrival.CouncilId)), stop)).GetValueOrDefault();
            var state = waiting > 0 || held >= arrived.Second ? PlaceState.Waiting : arrival.IsByStaff ? PlaceState.Confirmed : PlaceState.Offered;
            await KeepAsync(connection, arrival, (int)arrived.First, state, arrival.IsFromList && state == PlaceState.Offered ? nameof(DueLetter.FromList) : state.ToString(), stop);
            await CapAsync(connection, (arrival.SessionId, arrival.CouncilId), stop);
            return state;
        },
        cancel);

    /// <summary>Somebody who did not sign up is at the door of a session: they are there, whatever seats are left. False when it is not open.</summary>
    public Task<bool> ComeAsync(Arrival arrival, CancellationToken cancel) => commits.CommitAsync(
        async (connection, stop) =>
        {
            if (await ReadTwoAsync(connection.Command(Come, ("session", arrival.SessionId), ("council", arrival.CouncilId)), stop) is not { } arrived) return false;
            await KeepAsync(connection, arrival, (int)arrived.First, PlaceState.Confirmed, nameof(DueLetter.None), stop);
            return true;
        },
        cancel);

    /// <summary>A held seat becomes somebody’s. False when it was not held for them any more.</summary>
    /// <param name="place">Whose.</param>
    /// <param name="isByStaff">Somebody of the council says so for them: a term past by an hour does not matter while nobody else was called.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<bool> ConfirmAsync(Registration place, bool isByStaff, CancellationToken cancel) => commits.CommitAsync(
        async (connection, stop) =>
        {
            await using var confirm = connection.Command(Confirm, ("id", place.Id), ("council", place.CouncilId), ("late", isByStaff), ("now", Now));
            return await confirm.ExecuteNonQueryAsync(stop) == 1;
        },
        cancel);

    /// <summary>Somebody gives up a seat or a rank, and the next one is called. False when they had none.</summary>
    public Task<bool> LeaveAsync(Registration place, int holdHours, CancellationToken cancel) => commits.CommitAsync(
        async (connection, stop) =>
        {
            var seats = await LockAsync(connection, place.SessionId, place.CouncilId, stop);
            await using (var leave = connection.Command(Leave, ("id", place.Id), ("council", place.CouncilId)))
                if (await leave.ExecuteNonQueryAsync(stop) == 0) return false;
            if (seats is { } all) await CallNextAsync(connection, (place.SessionId, place.CouncilId), all, holdHours, stop);
            return true;
        },
        cancel);

    /// <summary>Takes back the seats that were not answered for in time, and calls those who wait for whatever is free.</summary>
    public Task<int> TurnAsync(Guid session, Guid council, int holdHours, CancellationToken cancel) => commits.CommitAsync(
        async (connection, stop) =>
        {
            if (await LockAsync(connection, session, council, stop) is not { } seats) return 0;
            await using (var expire = connection.Command(Expire, ("session", session), ("council", council), ("now", Now))) await expire.ExecuteNonQueryAsync(stop);
            return await CallNextAsync(connection, (session, council), seats, holdHours, stop);
        },
        cancel);

    private async ValueTask KeepAsync(DbConnection connection, Arrival arrival, int ordinal, PlaceState state, string letter, CancellationToken cancel)
    {
        await using var keep = connection.Command(
            Keep, ("id", arrival.Id ?? RandomId.New()), ("council", arrival.CouncilId), ("session", arrival.SessionId), ("ordinal", ordinal), ("state", state.ToString()), ("name", arrival.Name),
            ("email", arrival.Email), ("phone", arrival.Phone), ("language", arrival.Language), ("needs", arrival.Needs), ("hash", arrival.CodeHash), ("head", arrival.Head), ("staff", arrival.IsByStaff),
            ("until", state == PlaceState.Offered ? Until(arrival.HoldHours) : null), ("letter", letter), ("no", false));
        await keep.ExecuteNonQueryAsync(cancel);
    }

    private async ValueTask<int> CallNextAsync(DbConnection connection, (Guid Session, Guid Council) at, long seats, int holdHours, CancellationToken cancel)
    {
        var (held, waiting) = (await ReadTwoAsync(connection.Command(Count, ("session", at.Session), ("council", at.Council)), cancel)).GetValueOrDefault();
        var free = (int)Math.Min(seats - held, waiting);
        if (free <= 0) return 0;
        var called = new List<Guid>();
        await using (var next = connection.Command(Next, ("session", at.Session), ("council", at.Council), ("free", free)))
        {
            await using var reader = await next.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel)) called.Add(reader.GetGuid(0));
        }

        foreach (var id in called)
        {
            await using var call = connection.Command(Call, ("id", id), ("council", at.Council), ("until", Until(holdHours)));
            await call.ExecuteNonQueryAsync(cancel);
        }

        await CapAsync(connection, at, cancel);
        return called.Count;
    }

    /// <summary>No seat is held past the beginning.</summary>
    private static async ValueTask CapAsync(DbConnection connection, (Guid Session, Guid Council) at, CancellationToken cancel)
    {
        await using var cap = connection.Command(Cap, ("session", at.Session), ("council", at.Council));
        await cap.ExecuteNonQueryAsync(cancel);
    }

    private async ValueTask<long?> LockAsync(DbConnection connection, Guid session, Guid council, CancellationToken cancel)
    {
        await using var hold = connection.Command(Lock, ("session", session), ("council", council), ("now", Now));
        return await hold.ExecuteScalarAsync(cancel) is { } seats and not DBNull ? Convert.ToInt64(seats, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    private static async ValueTask<(long First, long Second)?> ReadTwoAsync(DbCommand command, CancellationToken cancel)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(cancel);
            return await reader.ReadAsync(cancel) ? (Convert.ToInt64(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture), Convert.ToInt64(reader.GetValue(1), System.Globalization.CultureInfo.InvariantCulture)) : null;
        }
    }

    private DateTime Until(int hours) => Now.AddHours(hours);
}

/// <summary>Somebody who comes to a session.</summary>
internal sealed record Arrival
{
    /// <summary>That of the request they made before, so that the links they were mailed lead to the place; drawn when null.</summary>
    public Guid? Id { get; init; }

    public required Guid CouncilId { get; init; }
    public required Guid SessionId { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string Phone { get; init; }
    public required string Language { get; init; }
    public required string Needs { get; init; }
    public required byte[] CodeHash { get; init; }
    public required string Head { get; init; }
    public required bool IsByStaff { get; init; }
    /// <summary>They waited for it on a list of interest: they come before it opens.</summary>
    public bool IsFromList { get; init; }

    public required int HoldHours { get; init; }
}
