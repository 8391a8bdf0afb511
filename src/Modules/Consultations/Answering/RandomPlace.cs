using Diapason.Platform.Data;

namespace Diapason.Consultations.Answering;

/// <summary>Where a new answer goes in its table: anywhere. Left alone, SQLite would number rows as they come.</summary>
internal static class RandomPlace
{
    public static string Column(DatabaseChoice database) => database.IsPostgres ? "" : "rowid, ";

    public static string Value(DatabaseChoice database) => database.IsPostgres ? "" : "random(), ";
}
