using System.Security.Cryptography;
using Diapason.Platform.Data;

namespace Diapason.Consultations.Answering;

/// <summary>Where a new answer goes in its table: anywhere, under any id. The house's ids tell when they were made, and SQLite would number rows as they come.</summary>
internal static class RandomPlace
{
    /// <summary>A UUID of version 4.</summary>
    public static Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public static string Column(DatabaseChoice database) => database.IsPostgres ? "" : "rowid, ";

    public static string Value(DatabaseChoice database) => database.IsPostgres ? "" : "random(), ";
}
