namespace Diapason.Platform.Backups;

/// <summary>
/// What a copy in clear does not hold, since two of them compared would show what one person wrote in between: a whole table, or the rows whose column is empty. Registered by whoever owns it.
/// </summary>
/// <param name="Table">The table.</param>
/// <param name="UntilSet">The column that is set once a row may be there, with ten others at least; null when none ever may.</param>
public sealed record NotInClear(string Table, string? UntilSet = null);
