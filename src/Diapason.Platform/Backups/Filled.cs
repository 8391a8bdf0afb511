namespace Diapason.Platform.Backups;

/// <summary>What becomes of what is there: refused, or set aside; and whether what people erased from it since the backup stays out.</summary>
internal readonly record struct RestoreManner(bool Replaces, bool LeavesErasedOut);

/// <summary>A database that was filled: how many tables and rows, how many rows stayed out, and where the one that was there before is, if there was one.</summary>
internal sealed record Filled(int Tables, long Rows, long LeftOut = 0, string? Aside = null);
