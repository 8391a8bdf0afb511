using Diapason.Text;

namespace Diapason.Yaml;

/// <summary>Reads one file written by people.</summary>
public static class YamlFile
{
    /// <summary>French and English.</summary>
    public static IReadOnlyList<string> UsualLanguages { get; } = [LocalizedText.FrenchCode, LocalizedText.EnglishCode];

    /// <summary>
    /// Reads a text with a function that takes what it wants from the root mapping, then notes every key that it never asked for. Never throws on bad input.
    /// </summary>
    /// <param name="text">The whole text: at most two million characters, thirty levels and two hundred thousand values, without aliases.</param>
    /// <param name="problems">Receives every problem, those of the function included.</param>
    /// <param name="read">Reads the root; <see langword="null"/> says that it gave up, and then keys left unread are no problem.</param>
    /// <param name="languages">The languages every text must have; <see cref="UsualLanguages"/> when left out.</param>
    /// <returns>What the function made; <see langword="null"/> when it gave up or the text could not be read at all.</returns>
    public static T? Read<T>(string text, YamlProblems problems, Func<YamlMap, T?> read, IReadOnlyList<string>? languages = null)
        where T : class
    {
        var reading = new YamlReading(problems) { Languages = languages ?? UsualLanguages };
        if (new YamlTree(text, reading).Build() is not { } root) return null;
        var result = read(root);
        UnreadKeys.Report(root, problems, onlySlips: result is null);
        if (problems.IsEmpty) reading.Check();
        return result;
    }
}

/// <summary>What every value of one file shares.</summary>
public sealed class YamlReading
{
    private readonly List<Action> _checks = [];

    internal YamlReading(YamlProblems problems) => Problems = problems;

    /// <summary>Where problems are noted.</summary>
    public YamlProblems Problems { get; }

    /// <summary>The languages every text must have; a file may declare more before its texts are read.</summary>
    public required IReadOnlyList<string> Languages { get; set; }

    /// <summary>Notes something wrong at a place.</summary>
    public void Report(YamlNode at, string code, params ReadOnlySpan<(string Name, object? Value)> facts) => Problems.Add(at.Line, at.Column, code, facts);

    /// <summary>Leaves a check of the whole until everything is read, and for a file in which nothing else is wrong: a fault told once is not told again by what it breaks.</summary>
    public void OnceSound(Action check) => _checks.Add(check);

    internal void Check() => _checks.ForEach(check => check());
}
