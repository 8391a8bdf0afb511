namespace Diapason.Text;

/// <summary>Whether a word may be another one mistyped: a letter missing, added, changed or swapped with its neighbour; two such slips in a long word.</summary>
public static class Slip
{
    /// <summary>Whether what was written may stand for what was meant; true when they are equal.</summary>
    public static bool Is(string written, string meant) => Distance(written, meant) <= Allowed(meant);

    /// <summary>The known word nearest to a written one, the first of several; <see langword="null"/> when none is a slip away.</summary>
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var word in known)
        {
            var distance = Distance(written, word);
            if (distance <= Allowed(word) && distance < least) (nearest, least) = (word, distance);
        }

        return nearest;
    }

    private static int Allowed(string meant) => Math.Clamp(meant.Length / 3, 1, 2);

    // Optimal string alignment, on three rows.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2) return int.MaxValue;
        var (before, last, row) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }
}
