using System.Text;
using System.Text.RegularExpressions;

namespace Diapason.Words;

/// <summary>How a word sounds, roughly: two spellings heard alike have one key (subvension, subvention; koi, quoi). Keys only choose among known words; they are never shown.</summary>
internal static partial class Sounds
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
        // Endings that are not heard: s, t, d, x, e, es, ent.
        sound = Mute().Replace(sound, "");
        return Single(sound);
    }

    public static string English(string plain)
    {
        var sound = Apply(plain, EnglishRules);
        if (sound.Length > 3 && sound[^1] == 'e') sound = sound[..^1];
        // Vowels inside a word are what people miss; the first letter says enough of them.
        return Single(sound.Length < 2 ? sound : sound[0] + Vowels().Replace(sound[1..], "a"));
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

    [GeneratedRegex("(?:At|es|[stdxpe])+$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Mute();

    [GeneratedRegex("[aeiou]+", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Vowels();
}
