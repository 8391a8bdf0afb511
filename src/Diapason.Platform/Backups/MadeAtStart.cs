namespace Diapason.Platform.Backups;

/// <summary>A table that a start fills before anybody has done anything: what it holds keeps no backup from being put back. Registered by whoever owns it.</summary>
public sealed record MadeAtStart(string Table);
