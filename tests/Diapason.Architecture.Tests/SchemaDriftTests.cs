using System.Data.Common;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary>One database built from the scripts, one from the model: same columns, keys and indexes, on both databases.</summary>
public sealed class SchemaDriftTests
{
    private const string SqliteShape = """
        SELECT m.name || '.' || c.name || ' ' || upper(c.type) || CASE WHEN c."notnull" THEN ' NOT NULL' ELSE '' END || CASE WHEN c.pk > 0 THEN ' PK' || c.pk ELSE '' END
        FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'platform_migration'
        UNION ALL
        SELECT m.name || ' INDEX ' || CASE WHEN i."unique" THEN 'UNIQUE ' ELSE '' END || (SELECT group_concat(x.name) FROM pragma_index_info(i.name) x)
        FROM sqlite_master m JOIN pragma_index_list(m.name) i WHERE m.type = 'table' AND i.origin = 'c' AND m.name <> 'platform_migration'
        UNION ALL
        SELECT m.name || ' FK ' || f."from" || ' → ' || f."table" || ' ' || f.on_delete FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        """;

    private const string PostgresShape = """
        SELECT table_name || '.' || column_name || ' ' || data_type || CASE WHEN is_nullable = 'NO' THEN ' NOT NULL' ELSE '' END
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'platform_migration'
        UNION ALL
        SELECT t.relname || ' INDEX ' || CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END || CASE WHEN i.indisprimary THEN 'PK ' ELSE '' END
          || (SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(i.indkey) WITH ORDINALITY k(col, n) JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.col)
        FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace s ON s.oid = t.relnamespace WHERE s.nspname = 'public' AND t.relname <> 'platform_migration'
        UNION ALL
        SELECT conrelid::regclass || ' FK ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
        """;

    [Fact]
    public async Task The_SQLite_scripts_make_the_models_schema()
    {
        using var model = new Models();
        await model.Db.Database.ExecuteSqlRawAsync(model.Db.Database.GenerateCreateScript(), TestContext.Current.CancellationToken);
        await using var scripts = new SqliteConnection("Data Source=:memory:");
        await scripts.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var (_, sql) in Migrator.Scripts("sqlite")) await RunAsync(scripts, sql);
        (await ShapeAsync(scripts, SqliteShape)).ShouldBe(await ShapeAsync(model.Db.Database.GetDbConnection(), SqliteShape));
    }

    [Fact]
    public async Task The_PostgreSQL_scripts_make_the_models_schema()
    {
        if (!TestDatabase.IsPostgres) Assert.Skip("DIAPASON_TEST_POSTGRES is not set: eng/test.sh starts a server and sets it.");
        await using var first = await TestDatabase.EmptyAsync();
        await using var second = await TestDatabase.EmptyAsync();
        using var model = new Models(first.ConnectionString);
        await model.Db.Database.ExecuteSqlRawAsync(model.Db.Database.GenerateCreateScript(), TestContext.Current.CancellationToken);
        await using var scripts = new NpgsqlConnection(second.ConnectionString);
        await scripts.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var (_, sql) in Migrator.Scripts("postgres")) await RunAsync(scripts, sql);
        await model.Db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        (await ShapeAsync(scripts, PostgresShape)).ShouldBe(await ShapeAsync(model.Db.Database.GetDbConnection(), PostgresShape));
    }

    [Fact]
    public void Both_databases_have_the_same_scripts() =>
        Migrator.Scripts("sqlite").Select(s => s.Name).ShouldBe(Migrator.Scripts("postgres").Select(s => s.Name));

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> ShapeAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        lines.Count.ShouldBeGreaterThan(20);
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }
}
