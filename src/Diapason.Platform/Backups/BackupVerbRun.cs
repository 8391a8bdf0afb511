using System.Data.Common;
using System.Globalization;
using Diapason.Platform.Language;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Diapason.Platform.Backups;

/// <summary>Runs an act of the operator: 0 when it is done, 1 with one sentence when it is not, whatever stopped it. No message of a database is repeated: it may quote a row.</summary>
internal sealed class BackupVerbRun(Texts<BackupVerbRun> texts)
{
    private const int NoSpaceLeft = 28;
    private const int SqliteFull = 13;
    private const int SqliteReadOnly = 8;
    private const int SqliteCannotOpen = 14;
    private const int SqliteCorrupt = 11;
    private const int SqliteNoDatabase = 26;

    internal TextWriter Out { get; init; } = Console.Out;

    internal TextWriter Errors { get; init; } = Console.Error;

    public async Task<int> RunAsync(Func<Task> act)
    {
        try
        {
            await act();
            return 0;
        }
        catch (BackupRefused refused)
        {
            return Refuse(refused.Sentence(texts));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbException)
        {
            return Refuse(Reason(failure));
        }
    }

    public void Say(string key, params ReadOnlySpan<object?> facts) => Out.WriteLine(texts[key, facts]);

    /// <summary>For a line that another program reads, in no language.</summary>
    public void Print(string line) => Out.WriteLine(line);

    public void Warn(string key, params ReadOnlySpan<object?> facts) => Errors.WriteLine(texts[key, facts]);

    private string Reason(Exception failure) => failure switch
    {
        // NpgsqlException is thrown for a server that is away; it has no state.
        PostgresException { SqlState: "53100" } => texts["backup.disk_full"],
        PostgresException { SqlState: "28P01" or "28000" } => texts["backup.database_password"],
        PostgresException { SqlState: "3D000" } => texts["backup.database_unknown"],
        PostgresException { SqlState: "42501" } => texts["backup.database_right"],
        PostgresException postgres => texts["backup.database", postgres.SqlState],
        NpgsqlException => texts["backup.database_away"],
        SqliteException { SqliteErrorCode: SqliteFull } => texts["backup.disk_full"],
        SqliteException { SqliteErrorCode: SqliteReadOnly or SqliteCannotOpen } => texts["backup.no_right"],
        SqliteException { SqliteErrorCode: SqliteCorrupt or SqliteNoDatabase } => texts["backup.database_damaged"],
        SqliteException sqlite => texts["backup.database", sqlite.SqliteErrorCode.ToString(CultureInfo.InvariantCulture)],
        UnauthorizedAccessException => texts["backup.no_right"],
        FileNotFoundException or DirectoryNotFoundException => texts["backup.no_file"],
        IOException when (failure.HResult & 0xffff) == NoSpaceLeft => texts["backup.disk_full"],
        _ => texts["backup.unreadable", failure.GetType().Name],
    };

    private int Refuse(string sentence)
    {
        Errors.WriteLine(sentence);
        return 1;
    }
}
