namespace Diapason.Words;

/// <summary>Something of a text that examples can teach about: a root, two roots that follow each other, the beginning of a word; or, as a sign, three or four letters of a word as it was read.</summary>
/// <param name="Key">What it is compared as.</param>
/// <param name="IsSign">It is letters: they hold when a word was never met and its neighbours were.</param>
internal readonly record struct Cue(string Key, bool IsSign)
{
    /// <summary>What the words of one family share: anonyme, anonymiser, anonymisation.</summary>
    private const int Family = 5;

    private const int Shortest = 3, Longest = 4;

    /// <summary>Those of a text, each once, without the words at the places left out.</summary>
    public static List<Cue> Of(IReadOnlyList<Word> words, IReadOnlySet<int> without) =>
        [.. Enumerable.Range(0, words.Count).Where(i => !without.Contains(i)).SelectMany(i => At(words, i, without)).Distinct()];

    /// <summary>Those of one word, with the pair that it begins.</summary>
    public static IEnumerable<Cue> At(IReadOnlyList<Word> words, int i, IReadOnlySet<int> without)
    {
        var stem = words[i].Stems[0];
        yield return new Cue(stem, false);
        if (stem.Length > Family && !words[i].IsSmall) yield return new Cue(stem[..Family] + "~", false);
        if (i + 1 < words.Count && words[i + 1].Clause == words[i].Clause && !without.Contains(i + 1)) yield return new Cue($"{stem} {words[i + 1].Stems[0]}", false);
        var letters = $" {words[i].Plain} ";
        for (var length = Shortest; length <= Longest; length++)
            for (var at = 0; at + length <= letters.Length; at++) yield return new Cue(letters.Substring(at, length), true);
    }
}
