namespace Diapason.Consultations.Collecting;

/// <summary>Cuts a cell of several options. Where a label holds the mark itself, pieces are put together again as long as they make one.</summary>
internal static class SplitCell
{
    private const int MostTogether = 6;

    public static IReadOnlyList<string> Of(string cell, string separator, ValueWords words)
    {
        if (separator.Length == 0) return [cell.Trim()];
        var pieces = cell.Split(separator, StringSplitOptions.TrimEntries);
        var found = new List<string>();
        for (var i = 0; i < pieces.Length;)
        {
            var length = 1;
            for (var together = Math.Min(MostTogether, pieces.Length - i); together > 1; together--)
            {
                if (words.Read(string.Join(separator, pieces.AsSpan(i, together)), "") is null) continue;
                length = together;
                break;
            }

            if (string.Join(separator, pieces.AsSpan(i, length)) is { Length: > 0 } piece) found.Add(piece);
            i += length;
        }

        return found;
    }
}
