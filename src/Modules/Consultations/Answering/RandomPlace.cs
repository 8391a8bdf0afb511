using Diapason.Platform.Data;

namespace Diapason.Consultations.Answering;

/// <summary>Where a new answer goes in its table: anywhere. SQLite would number rows as they come, and their numbers would tell.</summary>
internal static class RandomPlace
{
    public static string Column(DatabaseChoice database) => database.IsPostgres ? "" : "rowid, ";

    public static string Value(DatabaseChoice database) => database.IsPostgres ? "" : "random(), ";
}
