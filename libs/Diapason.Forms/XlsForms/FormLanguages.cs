using System.Collections.Frozen;

namespace Diapason.Forms;

/// <summary>Languages as forms name them: <c>Français (fr)</c>, <c>English</c>, <c>EN</c>.</summary>
internal static class FormLanguages
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["french"] = "fr",
        ["français"] = "fr",
        ["francais"] = "fr",
        ["english"] = "en",
        ["anglais"] = "en",
        ["spanish"] = "es",
        ["español"] = "es",
        ["espanol"] = "es",
        ["espagnol"] = "es",
        ["portuguese"] = "pt",
        ["português"] = "pt",
        ["portugais"] = "pt",
        ["german"] = "de",
        ["deutsch"] = "de",
        ["italian"] = "it",
        ["italiano"] = "it",
        ["dutch"] = "nl",
        ["arabic"] = "ar",
        ["arabe"] = "ar",
        ["chinese"] = "zh",
        ["swahili"] = "sw",
        ["kiswahili"] = "sw",
        ["russian"] = "ru",
        ["hindi"] = "hi",
        ["bengali"] = "bn",
        ["urdu"] = "ur",
        ["nepali"] = "ne",
        ["igbo"] = "ig",
        ["hausa"] = "ha",
        ["yoruba"] = "yo",
        ["amharic"] = "am",
        ["oromo"] = "om",
        ["oromiffa"] = "om",
        ["tigrinya"] = "ti",
        ["tigrigna"] = "ti",
        ["tigirigna"] = "ti",
        ["somali"] = "so",
        ["haitian creole"] = "ht",
        ["kreyòl"] = "ht",
        ["kreyol"] = "ht",
        ["creole"] = "ht",
        ["wolof"] = "wo",
        ["kinyarwanda"] = "rw",
        ["malagasy"] = "mg",
        ["inuktitut"] = "iu",
        ["cree"] = "cr",
        ["innu"] = "moe",
        ["atikamekw"] = "atj",
        ["ukrainian"] = "uk",
        ["turkish"] = "tr",
        ["vietnamese"] = "vi",
        ["japanese"] = "ja",
        ["korean"] = "ko",
        ["polish"] = "pl",
        ["romanian"] = "ro",
        ["persian"] = "fa",
        ["farsi"] = "fa",
        ["dari"] = "prs",
        ["pashto"] = "ps",
        ["burmese"] = "my",
        ["khmer"] = "km",
        ["thai"] = "th",
        ["tagalog"] = "tl",
        ["indonesian"] = "id",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The code of a language; <see langword="null"/> when its name says none.</summary>
    public static string? Code(string name)
    {
        name = name.Trim();
        if (name.EndsWith(')') && name.LastIndexOf('(') is >= 0 and var open && IsCode(name[(open + 1)..^1].Trim())) return name[(open + 1)..^1].Trim()[..].Split('-', '_')[0].ToLowerInvariant();
        return Known.GetValueOrDefault(name) ?? (IsCode(name) ? name.Split('-', '_')[0].ToLowerInvariant() : null);
    }

    /// <summary>A language as forms name it: <c>Français (fr)</c>.</summary>
    public static string Name(string code)
    {
        var name = code switch { "fr" => "Français", "en" => "English", _ => Known.Where(known => known.Value == code).Select(known => known.Key).Order(StringComparer.Ordinal).FirstOrDefault() ?? code };
        return $"{char.ToUpperInvariant(name[0])}{name[1..]} ({code})";
    }

    private static bool IsCode(string code) => code.Split('-', '_')[0] is { Length: 2 or 3 } first && first.All(char.IsAsciiLetter);
}
