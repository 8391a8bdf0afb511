namespace Diapason.Words;

/// <summary>What it costs to take one spelling for another: a slip of the finger or of the ear costs less than another letter. Damerau–Levenshtein (adjacent letters swapped), weighted.</summary>
internal static class EditCost
{
    private const int Longest = 32;
    private const double Doubled = 0.4, Alike = 0.5, Neighbour = 0.7, Swapped = 0.7, FirstLetter = 0.4;

    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    private static readonly string[] HeardAlike = ["ckqs", "sz", "sc", "gj", "iy", "ae", "ei", "ou", "ao", "fv", "td", "mn", "vw", "pb"];

    /// <summary>Above <paramref name="most"/>, any number above it.</summary>
    public static double Between(string written, string word, double most)
    {
        if (written == word) return 0;
        if (written.Length > Longest || word.Length > Longest || Math.Abs(written.Length - word.Length) * Doubled > most) return double.PositiveInfinity;
        Span<double> before = stackalloc double[Longest + 1], last = stackalloc double[Longest + 1], row = stackalloc double[Longest + 1];
        for (var j = 0; j <= word.Length; j++) last[j] = j;
        for (var i = 1; i <= written.Length; i++)
        {
            row[0] = i;
            var least = row[0];
            for (var j = 1; j <= word.Length; j++)
            {
                var cost = last[j - 1] + (written[i - 1] == word[j - 1] ? 0 : Substitution(written[i - 1], word[j - 1]));
                cost = Math.Min(cost, last[j] + (i > 1 && written[i - 1] == written[i - 2] ? Doubled : 1));
                cost = Math.Min(cost, row[j - 1] + (j > 1 && word[j - 1] == word[j - 2] ? Doubled : 1));
                if (i > 1 && j > 1 && written[i - 1] == word[j - 2] && written[i - 2] == word[j - 1]) cost = Math.Min(cost, before[j - 2] + Swapped);
                row[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > most) return double.PositiveInfinity;
            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[word.Length] + (written[0] == word[0] ? 0 : FirstLetter);
    }

    private static double Substitution(char a, char b)
    {
        foreach (var alike in HeardAlike)
            if (alike.Contains(a, StringComparison.Ordinal) && alike.Contains(b, StringComparison.Ordinal)) return Alike;
        for (var r = 0; r < Rows.Length; r++)
        {
            var x = Rows[r].IndexOf(a, StringComparison.Ordinal);
            if (x < 0) continue;
            for (var s = Math.Max(0, r - 1); s <= Math.Min(Rows.Length - 1, r + 1); s++)
                if (Rows[s].IndexOf(b, StringComparison.Ordinal) is var y && y >= 0 && Math.Abs(x - y) <= 1) return Neighbour;
        }

        return 1;
    }
}
