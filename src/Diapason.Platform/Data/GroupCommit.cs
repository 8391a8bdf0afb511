using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Diapason.Platform.Data;

/// <summary>
/// Short hot writes, durable before they are acknowledged. On SQLite one thread commits all that waits in a single transaction (one disk
/// synchronisation for many answers); on PostgreSQL, which groups commits itself, each write has its own transaction.
/// </summary>
public sealed class GroupCommit(DatabaseChoice database, ILogger<GroupCommit> log) : IAsyncDisposable
{
    private const int LargestBatch = 512;
    private const int LongestQueue = 20_000;

    private readonly Channel<IPending> _queue = Channel.CreateBounded<IPending>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly Lock _start = new();
    private Task? _writer;

    /// <summary>
    /// Runs <paramref name="write"/> with hand-written SQL and returns once it is committed. It must be short, must only use the connection
    /// it is given (its transaction is already open) and, on SQLite, must not await anything else.
    /// </summary>
    public async Task<T> CommitAsync<T>(Func<DbConnection, CancellationToken, ValueTask<T>> write, CancellationToken cancel)
    {
        if (database.IsPostgres) return await CommitAloneAsync(write, cancel);
        EnsureStarted();
        var pending = new Pending<T>(write, cancel);
        await _queue.Writer.WriteAsync(pending, cancel);
        return await pending.Completed;
    }

    private async Task<T> CommitAloneAsync<T>(Func<DbConnection, CancellationToken, ValueTask<T>> write, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var result = await write(connection, cancel);
        // Past this point the answer is kept even if the visitor has gone.
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    private void EnsureStarted()
    {
        if (_writer is not null) return;
        lock (_start) _writer ??= Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private void Loop()
    {
        var batch = new List<IPending>(LargestBatch);
        DbConnection? connection = null;
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var pending)) batch.Add(pending);
            try
            {
                connection ??= database.OpenAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
                Commit(connection, batch);
            }
            catch (Exception failure)
            {
                log.LogError(failure, "A batch of {Count} writes was not committed", batch.Count);
                foreach (var pending in batch) pending.Fail(failure);
                // A full disk or a lost file may be mended meanwhile: the next batch opens anew.
                connection?.Dispose();
                connection = null;
            }

            batch.Clear();
        }

        connection?.Dispose();
    }

    private static void Commit(DbConnection connection, List<IPending> batch)
    {
        using (var transaction = connection.BeginTransaction())
        {
            foreach (var pending in batch) pending.Run(connection, transaction);
            transaction.Commit();
        }

        foreach (var pending in batch) pending.Acknowledge();
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        if (_writer is not null) await _writer;
    }

    private interface IPending
    {
        void Run(DbConnection connection, DbTransaction transaction);

        void Acknowledge();

        void Fail(Exception failure);
    }

    /// <summary>One write and the promise made to whoever waits for it. A write that throws is undone alone, by its savepoint.</summary>
    private sealed class Pending<T>(Func<DbConnection, CancellationToken, ValueTask<T>> write, CancellationToken cancel) : IPending
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private Exception? _failure;

        public Task<T> Completed => _done.Task;

        public void Run(DbConnection connection, DbTransaction transaction)
        {
            if (cancel.IsCancellationRequested)
            {
                _failure = new OperationCanceledException(cancel);
                return;
            }

            transaction.Save("one");
            try
            {
                _result = write(connection, CancellationToken.None).AsTask().GetAwaiter().GetResult();
                transaction.Release("one");
            }
            catch (Exception failure)
            {
                _failure = failure;
                transaction.Rollback("one");
                transaction.Release("one");
            }
        }

        public void Acknowledge()
        {
            if (_failure is null) _done.TrySetResult(_result!);
            else _done.TrySetException(_failure);
        }

        public void Fail(Exception failure) => _done.TrySetException(failure);
    }
}
