using System.Collections.Frozen;

namespace Diapason.Words;

/// <summary>What is known of the words of one language: its dictionary, its small words, what is said or texted, how one refuses, how words sound. French and English are here.</summary>
public sealed class LanguageWords
{
    private static readonly Lazy<LanguageWords> LazyFrench = new(() => new LanguageWords("fr", Stemming.French, Sounds.French, ["aujourd'hui", "quelqu'un"]));
    private static readonly Lazy<LanguageWords> LazyEnglish = new(() => new LanguageWords("en", Stemming.English, Sounds.English, []));

    private readonly Func<string, string> _cut;
    private readonly FrozenSet<string> _whole;

    private LanguageWords(string code, Func<string, string> cut, Func<string, string> sound, string[] whole)
    {
        (Code, _cut, Sound, _whole) = (code, cut, sound, whole.ToFrozenSet(StringComparer.Ordinal));
        using (var aff = Open($"{code}.aff"))
        using (var dic = Open($"{code}.dic"))
            Dictionary = new AffixDictionary(aff, dic);
        Small = Lines("stop").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Plain.Of).ToFrozenSet(StringComparer.Ordinal);
        Spoken = Pairs("spoken").DistinctBy(p => p.Left).ToFrozenDictionary(p => p.Left, p => p.Right.Split(' '), StringComparer.Ordinal);
        Refusals = [.. Pairs("refusals").Select(p => new RefusalPattern(p.Left.Split(' '), p.Right[0] - '0')).OrderByDescending(r => r.Words.Count)];
    }

    /// <summary>Québec and other French: the Dicollecte dictionary, <c>chu</c>, <c>pantoute</c>, <c>koi</c>.</summary>
    public static LanguageWords French => LazyFrench.Value;

    /// <summary>Canadian English.</summary>
    public static LanguageWords English => LazyEnglish.Value;

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string Code { get; }

    /// <summary>Its words.</summary>
    public AffixDictionary Dictionary { get; }

    internal FrozenSet<string> Small { get; }

    internal FrozenDictionary<string, string[]> Spoken { get; }

    internal IReadOnlyList<RefusalPattern> Refusals { get; }

    internal Func<string, string> Sound { get; }

    /// <summary>The codes of the languages that are understood.</summary>
    public static IReadOnlyList<string> Known { get; } = ["fr", "en"];

    /// <summary>French for whatever is no English: a text in a language that is not <see cref="Known"/> is read, and hardly understood.</summary>
    /// <param name="language">A language code: <c>fr</c>, <c>en-CA</c>…</param>
    public static LanguageWords Of(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : French;

    /// <summary>Contractions that stay one word: don't.</summary>
    internal bool KeepsApostrophe(string plain) => _whole.Contains(plain) || (Code == "en" && (plain.EndsWith("n't", StringComparison.Ordinal) || Small.Contains(plain)));

    /// <summary>A small word is only compared with itself: « dans » is not « danse ».</summary>
    internal static string[] SmallStems(string plain) => ["=" + plain];

    /// <summary>What a word is compared as: the stems of the roots it may come from; itself when it is not in the dictionary. Never empty.</summary>
    internal string[] Stems(string plain)
    {
        if (plain.Length < 3 || char.IsAsciiDigit(plain[0])) return [plain];
        var roots = Dictionary.Roots(plain);
        // « contrat » is also a form of « contrer » that nobody writes: a word that is a root is itself.
        if (roots.Count == 0 || roots.Contains(plain)) return [_cut(plain)];
        // « données » is the plural of « donnée » before it is a form of « donner ».
        var singular = roots.Where(root => plain.Length == root.Length + 1 && plain[^1] is 's' or 'x' && plain.StartsWith(root, StringComparison.Ordinal)).ToList();
        var stems = new List<string>(roots.Count);
        foreach (var root in singular.Count > 0 ? singular : roots)
            if (_cut(root) is var stem && !stems.Contains(stem)) stems.Add(stem);
        return [.. stems];
    }

    private static StreamReader Open(string name) =>
        new(typeof(LanguageWords).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the library."));

    private IEnumerable<string> Lines(string name)
    {
        using var file = Open($"{Code}.{name}.txt");
        while (file.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }

    private IEnumerable<(string Left, string Right)> Pairs(string name) =>
        Lines(name).Select(line => line.Split(" = ")).Select(parts => (Plain.Of(parts[0]), Plain.Of(parts[1])));
}

/// <summary>Words after which what follows is refused, and how many words of meaning that reaches.</summary>
internal sealed record RefusalPattern(IReadOnlyList<string> Words, int Reach);
