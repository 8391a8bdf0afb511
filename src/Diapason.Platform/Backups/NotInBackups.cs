namespace Diapason.Platform.Backups;

/// <summary>A table that no backup holds, since putting it back would undo an end: sessions that were closed, links that served. Registered by whoever owns it.</summary>
public sealed record NotInBackups(string Table);
