using Diapason.Consultations.Answering;
using Diapason.Consultations.Exports;
using Diapason.Forms;

namespace Diapason.Consultations.Collecting;

/// <summary>What a value of a file says of a variable: one of its options, or why there is no answer.</summary>
internal readonly record struct ValueTarget(string Code, MissingKind Missing);

/// <summary>
/// Reads values of one variable by themselves: by code first, then by the words of an option or of a missing kind in any language of the questionnaire. Words that
/// two options share are read as neither.
/// </summary>
internal sealed class ValueWords
{
    private static readonly IReadOnlyList<MissingKind> Own = [MissingKind.Skipped, MissingKind.NotAsked];
    private static readonly HashSet<string> Yes = ["1", "oui", "yes", "x", "o", "y", "true", "vrai", "coche", "checked", "selected", "selectionne"];
    private static readonly HashSet<string> No = ["0", "non", "no", "n", "false", "faux", "unchecked", "not selected", "non coche", "non selectionne"];

    private readonly Dictionary<string, ValueTarget> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ValueTarget?> _words = new(StringComparer.Ordinal);

    public ValueWords(Variable variable, IReadOnlyList<string> languages)
    {
        Variable = variable;
        foreach (var option in variable.Options) _codes[option.Code] = new(option.Code, MissingKind.None);
        foreach (var kind in MayMiss(variable)) _codes.TryAdd(MissingCodes.Of(kind), new("", kind));
        foreach (var language in languages)
        {
            foreach (var option in variable.Options) Learn(Screens.Say(option.Label, language), new(option.Code, MissingKind.None));
            foreach (var option in variable.Question.MissingOptions) Learn(Screens.Say(option.Label, language), new("", option.Missing));
            foreach (var kind in MayMiss(variable)) Learn(MissingWords.Of(kind, language), new("", kind));
        }

        // In files without accents or capitals a code may be written so.
        foreach (var option in variable.Options) Learn(option.Code, new(option.Code, MissingKind.None));
    }

    public Variable Variable { get; }

    /// <summary>The reasons for no answer that its question lets one give, and those that we give ourselves.</summary>
    public static IReadOnlyList<MissingKind> MayMiss(Variable variable) => [.. Own, .. variable.Question.MissingOptions.Select(option => option.Missing).Distinct()];

    /// <summary>Null when neither the value nor what the file says of it means anything here.</summary>
    public ValueTarget? Read(string value, string label) =>
        _codes.TryGetValue(value, out var code) ? Meant(value, label) ?? code : _words.GetValueOrDefault(PlainWords.Of(value)) ?? (label.Length > 0 ? _words.GetValueOrDefault(PlainWords.Of(label)) : null);

    /// <summary>Of a column about one option: chosen, or not.</summary>
    public static bool? IsChosen(string value, string label, Option option, IReadOnlyList<string> languages)
    {
        var (plain, said) = (PlainWords.Of(value), PlainWords.Of(label));
        if (Yes.Contains(plain) || value is "✓" or "✔") return true;
        if (No.Contains(plain)) return false;
        if (Yes.Contains(said) || Platform.Language.Languages.OfTheHouse.Union(languages).Any(language => said == PlainWords.Of(MissingWords.Text("export.chosen", language)))) return true;
        if (No.Contains(said)) return false;
        return value == option.Code || languages.Any(language => PlainWords.Of(Screens.Say(option.Label, language)) is { Length: > 0 } words && words == plain) ? true : null;
    }

    // 1 to 5 are codes here and may be numbers of something else there: the file's own words decide.
    private ValueTarget? Meant(string value, string label) => label.Length > 0 && value.All(char.IsAsciiDigit) ? _words.GetValueOrDefault(PlainWords.Of(label)) : null;

    private void Learn(string words, ValueTarget target)
    {
        if (PlainWords.Of(words) is not { Length: > 0 } plain) return;
        if (_words.TryGetValue(plain, out var known)) _words[plain] = known == target ? target : null;
        else _words[plain] = target;
    }
}
