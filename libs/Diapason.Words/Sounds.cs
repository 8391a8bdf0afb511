using System.Text;

namespace Diapason.Words;

/// <summary>How a word sounds, roughly: two spellings heard alike have one key (subvension, subvention; koi, quoi). Keys only choose among known words; they are never shown.</summary>
internal static class Sounds
{
    private static readonly (string From, string To)[] FrenchRules =
    [
        ("eau", "o"), ("aux", "o"), ("au", "o"), ("ph", "f"), ("qu", "k"), ("q", "k"), ("ch", "C"), ("sc", "s"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("ge", "je"), ("gi", "ji"),
        ("gu", "g"), ("tion", "sion"), ("tie", "sie"), ("x", "ks"), ("y", "i"), ("ai", "e"), ("ei", "e"), ("oe", "e"), ("ez", "e"), ("er", "e"), ("et", "e"),
        ("an", "A"), ("am", "A"), ("en", "A"), ("em", "A"), ("ain", "I"), ("ein", "I"), ("in", "I"), ("im", "I"), ("un", "I"), ("on", "O"), ("om", "O"), ("ou", "U"), ("h", ""), ("z", "s"), ("w", "v"),
    ];

    private static readonly (string From, string To)[] EnglishRules =
    [
        ("tion", "shn"), ("sion", "shn"), ("ough", "o"), ("augh", "af"), ("igh", "i"), ("ph", "f"), ("ck", "k"), ("qu", "kw"), ("wr", "r"), ("kn", "n"), ("wh", "w"), ("sch", "sk"), ("ch", "C"), ("ce", "se"),
        ("ci", "si"), ("cy", "si"), ("c", "k"), ("x", "ks"), ("dge", "j"), ("ge", "je"), ("z", "s"), ("ea", "e"), ("ee", "e"), ("ie", "e"), ("ei", "e"), ("ai", "a"), ("ay", "a"), ("oa", "o"), ("ow", "o"), ("ou", "o"), ("y", "i"),
    ];

    public static string French(string plain)
    {
        var sound = Apply(plain, FrenchRules);
        // Endings that are not heard: s, t, d, x, p, e, ent.
        var end = sound.Length;
        while (end > 0)
            if (end > 1 && sound[end - 2] == 'A' && sound[end - 1] == 't') end -= 2;
            else if (sound[end - 1] is 's' or 't' or 'd' or 'x' or 'p' or 'e') end--;
            else break;
        return Single(sound[..end]);
    }

    public static string English(string plain)
    {
        var sound = Apply(plain, EnglishRules);
        if (sound.Length > 3 && sound[^1] == 'e') sound = sound[..^1];
        // Vowels inside a word are what people miss; the first letter says enough of them.
        return Single(string.Concat(sound.Select((c, i) => i > 0 && c is ('a' or 'e' or 'i' or 'o' or 'u') ? 'a' : c)));
    }

    private static string Apply(string plain, (string From, string To)[] rules)
    {
        var sound = new StringBuilder(plain);
        foreach (var (from, to) in rules) sound.Replace(from, to);
        return sound.ToString();
    }

    private static string Single(string sound)
    {
        var single = new StringBuilder(sound.Length);
        foreach (var c in sound)
            if (single.Length == 0 || single[^1] != c) single.Append(c);
        return single.ToString();
    }
}
