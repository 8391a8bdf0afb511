using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Diapason.Platform.Data;

/// <summary>Which database this installation uses, told by <c>ConnectionStrings:Diapason</c>: <c>Host=…</c> is PostgreSQL, anything else SQLite.</summary>
public sealed class DatabaseChoice : IAsyncDisposable
{
    private readonly NpgsqlDataSource? _postgres;
    private readonly string _sqlite = "";

    public DatabaseChoice(IConfiguration configuration)
    {
        var text = configuration.GetConnectionString("Diapason") ?? "Data Source=data/diapason.db";
        if (text.Contains("Host=", StringComparison.OrdinalIgnoreCase))
        {
            _postgres = NpgsqlDataSource.Create(text);
            return;
        }

        var builder = new SqliteConnectionStringBuilder(text) { ForeignKeys = true, DefaultTimeout = 30 };
        _sqlite = builder.ToString();
    }

    /// <summary>Where SQLite's file is, or would be.</summary>
    internal string SqliteFile => Path.GetFullPath(new SqliteConnectionStringBuilder(_sqlite).DataSource);

    public bool IsPostgres => _postgres is not null;

    /// <summary><c>sqlite</c> or <c>postgres</c>: the folder of its migration scripts.</summary>
    public string Name => IsPostgres ? "postgres" : "sqlite";

    /// <summary>Where SQLite's file is; null on PostgreSQL.</summary>
    public string? Folder => IsPostgres ? null : Path.GetDirectoryName(SqliteFile);

    /// <summary>Makes the folder of SQLite's file.</summary>
    public void MakeFolder()
    {
        if (Folder is { } folder) Directory.CreateDirectory(folder);
    }

    public void Configure(DbContextOptionsBuilder options)
    {
        if (_postgres is not null) options.UseNpgsql(_postgres);
        else options.UseSqlite(_sqlite).AddInterceptors(SqliteSettings.Instance);
    }

    /// <summary>An open connection for hand-written SQL; the caller disposes it.</summary>
    public async ValueTask<System.Data.Common.DbConnection> OpenAsync(CancellationToken cancel)
    {
        if (_postgres is not null) return await _postgres.OpenConnectionAsync(cancel);
        var connection = new SqliteConnection(_sqlite);
        await connection.OpenAsync(cancel);
        SqliteSettings.Apply(connection);
        return connection;
    }

    public ValueTask DisposeAsync() => _postgres?.DisposeAsync() ?? ValueTask.CompletedTask;
}
