using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Diapason.Platform.Data;

/// <summary>Counts what this server has written through its contexts, so that what was drawn before is not shown after. The jobs' own clock writes every few
/// seconds what no page shows, and answers go another way (<see cref="GroupCommit"/>): neither counts.</summary>
internal sealed class WritesSeen : ISaveChangesInterceptor, IDbCommandInterceptor, IDbTransactionInterceptor
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public int SavedChanges(SaveChangesCompletedEventData eventData, int result) => Seen(result);

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default) => new(Seen(result));

    public int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result) => IsOfJobs(command) ? result : Seen(result);

    public ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        new(IsOfJobs(command) ? result : Seen(result));

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Interlocked.Increment(ref _count);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return Task.CompletedTask;
    }

    private int Seen(int rows)
    {
        if (rows != 0) Interlocked.Increment(ref _count);
        return rows;
    }

    private static bool IsOfJobs(DbCommand command) =>
        command.CommandText.Contains("platform_job_run", StringComparison.Ordinal) || command.CommandText.Contains("platform_time_memory", StringComparison.Ordinal);
}
