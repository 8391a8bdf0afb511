using Diapason.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Diapason.TestKit;

/// <summary>
/// A fresh database for one test class, copied from a template that was migrated and given the demonstration kit once per run. SQLite unless
/// <c>DIAPASON_TEST_POSTGRES</c> holds a connection string with the right to create databases.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("diapason-tests-").FullName;
    private static readonly string? Server = Environment.GetEnvironmentVariable("DIAPASON_TEST_POSTGRES") is { Length: > 0 } text ? text : null;
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private readonly string _name;

    private TestDatabase(string name, string connectionString)
    {
        _name = name;
        ConnectionString = connectionString;
    }

    public static bool IsPostgres => Server is not null;

    public string ConnectionString { get; }

    /// <summary>A copy of the template: migrated, with the demonstration kit.</summary>
    public static async Task<TestDatabase> WithKitAsync()
    {
        var template = await Template.Value;
        var fresh = await EmptyAsync(IsPostgres ? template : null);
        if (!IsPostgres) File.Copy(template, fresh._name, overwrite: true);
        return fresh;
    }

    public static Task<TestDatabase> EmptyAsync() => EmptyAsync(null);

    /// <summary>Migrated, and empty: outside Development no server makes a database.</summary>
    public static async Task<TestDatabase> WithTablesAsync()
    {
        var fresh = await EmptyAsync(null);
        await using var choice = new DatabaseChoice(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Diapason", fresh.ConnectionString)]).Build());
        await new Migrator(choice, TimeProvider.System, NullLogger<Migrator>.Instance).ApplyAsync(default);
        return fresh;
    }

    private static async Task<TestDatabase> EmptyAsync(string? template)
    {
        var name = $"t{Guid.CreateVersion7():N}";
        if (!IsPostgres)
        {
            var file = Path.Combine(Folder, name + ".db");
            return new TestDatabase(file, $"Data Source={file}");
        }

        await OnServerAsync($"CREATE DATABASE {name}" + (template is null ? "" : $" TEMPLATE {template}"));
        return new TestDatabase(name, new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20 }.ToString());
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var database = await EmptyAsync(null);
        await using (var app = new DiapasonApp(database))
        {
            await app.InitializeAsync();
        }

        if (IsPostgres)
        {
            await using var pool = NpgsqlDataSource.Create(database.ConnectionString);
            NpgsqlConnection.ClearAllPools();
            return database._name;
        }

        await using (var connection = new SqliteConnection(database.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        SqliteConnection.ClearAllPools();
        return database._name;
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Server!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (IsPostgres)
        {
            await OnServerAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
            return;
        }

        foreach (var file in new[] { _name, _name + "-wal", _name + "-shm" }) File.Delete(file);
    }
}
