namespace Diapason.Words;

/// <summary>
/// Cuts a root to what its verb, its noun and its feminine share: <c>signer</c>, <c>signe</c> → <c>sign</c>. Light on purpose: what is cut too short meets what it should not.
/// Without accents.
/// </summary>
internal static class Stemming
{
    private const int Least = 4;

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("aeiouy");

    public static string French(string root)
    {
        var stem = root;
        if (stem.Length > Least && stem[^1] is 's' or 'x') stem = stem[..^1];
        if (stem.Length > Least && (stem.EndsWith("er", StringComparison.Ordinal) || stem.EndsWith("ir", StringComparison.Ordinal))) stem = stem[..^2];
        else if (stem.Length > Least && stem[^1] == 'e' && stem[^2] != 'e') stem = stem[..^1];
        return Single(stem);
    }

    public static string English(string root)
    {
        var stem = root.EndsWith("'s", StringComparison.Ordinal) ? root[..^2] : root;
        if (stem.Length > Least && stem.EndsWith("ies", StringComparison.Ordinal)) stem = stem[..^3] + "y";
        else if (stem.Length > 3 && stem[^1] == 's' && stem[^2] is not ('s' or 'u')) stem = stem[..^1];
        if (stem.Length > 5 && stem.EndsWith("ing", StringComparison.Ordinal) && HasVowel(stem.AsSpan(0, stem.Length - 3))) stem = stem[..^3];
        else if (stem.Length > Least && stem.EndsWith("ed", StringComparison.Ordinal) && HasVowel(stem.AsSpan(0, stem.Length - 2))) stem = stem[..^2];
        if (stem.Length > 3 && stem[^1] == 'e') stem = stem[..^1];
        if (stem.Length > 3 && stem[^1] == 'y') stem = stem[..^1] + "i";
        return Single(stem);
    }

    private static bool HasVowel(ReadOnlySpan<char> text) => text.IndexOfAny(Vowels) >= 0;

    /// <summary>A doubled consonant at the end counts once: subventionner, subvention.</summary>
    private static string Single(string stem) => stem.Length > Least && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'e') ? stem[..^1] : stem;
}
