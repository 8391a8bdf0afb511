using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Diapason.Platform.Data;

namespace Diapason.Consultations.Invitations;

/// <summary>
/// Which invitations wait for their mark, across the servers of an installation. PostgreSQL keeps it in its memory as locks of one session of each server: no table, no log and no
/// backup holds them, and they go with the server that holds them. SQLite has one server, which knows by itself.
/// </summary>
internal sealed class HeldByServers(DatabaseChoice database) : IAsyncDisposable
{
    private const string Take = "SELECT pg_try_advisory_lock(@key)";
    private const string Leave = "SELECT pg_advisory_unlock(@key)";
    private const string Look = """
        SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND granted AND classid::bigint = @high AND objid::bigint = @low
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
        """;

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly HashSet<long> _mine = [];
    private DbConnection? _session;

    /// <summary>False when another server has it.</summary>
    public async ValueTask<bool> TryTakeAsync(Guid invitation, CancellationToken cancel)
    {
        if (!database.IsPostgres) return true;
        var key = KeyOf(invitation);
        var taken = await AskAsync(Take, key, cancel);
        if (taken) lock (_mine) _mine.Add(key);
        return taken;
    }

    public async ValueTask LeaveAsync(IEnumerable<Guid> invitations, CancellationToken cancel)
    {
        if (!database.IsPostgres) return;
        foreach (var key in invitations.Select(KeyOf))
        {
            lock (_mine) if (!_mine.Remove(key)) continue;
            await AskAsync(Leave, key, cancel);
        }
    }

    /// <summary>Some server has it, this one included.</summary>
    public async ValueTask<bool> IsTakenAsync(Guid invitation, CancellationToken cancel)
    {
        if (!database.IsPostgres) return false;
        var key = KeyOf(invitation);
        await using var connection = await database.OpenAsync(cancel);
        await using var look = connection.Command(Look, ("high", (long)(uint)(key >> 32)), ("low", (long)(uint)key));
        return await look.ExecuteScalarAsync(cancel) is true;
    }

    public async ValueTask DisposeAsync()
    {
        if (_session is not null) await _session.DisposeAsync();
        _one.Dispose();
    }

    private async Task<bool> AskAsync(string sql, long key, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            try
            {
                return await RunAsync(await SessionAsync(cancel), sql, key, cancel);
            }
            catch (DbException) when (_session is not null)
            {
                // The server of the database was away: its locks went with the session, and are taken again by another.
                await _session.DisposeAsync();
                _session = null;
                return await RunAsync(await SessionAsync(cancel), sql, key, cancel);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    private async ValueTask<DbConnection> SessionAsync(CancellationToken cancel)
    {
        if (_session is not null) return _session;
        var session = await database.OpenAsync(cancel);
        long[] mine;
        lock (_mine) mine = [.. _mine];
        foreach (var key in mine) await RunAsync(session, Take, key, cancel);
        return _session = session;
    }

    private static async Task<bool> RunAsync(DbConnection session, string sql, long key, CancellationToken cancel)
    {
        await using var command = session.Command(sql, ("key", key));
        return Convert.ToBoolean(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture);
    }

    private static long KeyOf(Guid invitation) => BitConverter.ToInt64(SHA256.HashData([.. "invitation:"u8, .. invitation.ToByteArray()]));
}
