using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Diapason.Platform.Data;

/// <summary>Tells the failures of the database from others. What the context throws when a server is away has the cause inside it.</summary>
public static class DatabaseFailure
{
    /// <summary>SQLite's codes for a place that is read-only, whose disk fails or is full, that cannot be opened, or that holds something else.</summary>
    private static readonly int[] OfPlace = [8, 10, 13, 14, 26];

    public static bool IsIn(Exception? failure) => failure is DbException || (failure is not null && IsIn(failure.InnerException));

    /// <summary>Whether the database cannot be reached, read or written at all: something for the operator to set right, and no fault of the program.</summary>
    internal static bool IsOfPlace(Exception failure) => failure switch
    {
        SqliteException sqlite => OfPlace.Contains(sqlite.SqliteErrorCode),
        // Who connects (28), to what (3D), with what room left (53), with what rights.
        PostgresException postgres => postgres.SqlState[..2] is "28" or "3D" or "53" || postgres.SqlState == PostgresErrorCodes.InsufficientPrivilege,
        NpgsqlException or IOException or UnauthorizedAccessException => true,
        _ => false,
    };
}
