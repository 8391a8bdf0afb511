using System.Data.Common;

namespace Diapason.Platform.Backups.Rows;

/// <summary>An empty database being filled, in one transaction.</summary>
internal interface IRowTarget
{
    DbConnection Connection { get; }

    DbTransaction Transaction { get; }

    DatabaseShape Shape { get; }

    Task BeginAsync(TableShape table, CancellationToken cancel);

    Task AddAsync(object?[] values, CancellationToken cancel);

    Task EndAsync(CancellationToken cancel);
}
