using System.Globalization;

namespace Diapason.Yaml;

/// <summary>One thing wrong in a file: where, a stable code, and named facts to complete a sentence.</summary>
/// <param name="File">The file's name, as it was given.</param>
/// <param name="Line">The line, from one.</param>
/// <param name="Column">The column, from one.</param>
/// <param name="Code">One of <see cref="YamlCodes"/>, or the caller's own.</param>
/// <param name="Facts">Named details, such as <c>key</c>, <c>language</c>, <c>expected</c>.</param>
public sealed record YamlProblem(string File, int Line, int Column, string Code, IReadOnlyList<(string Name, object? Value)> Facts)
{
    /// <summary>One line for a console: <c>offer.yaml:12:5: key_mistyped key=titel meant=title</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {Code}{string.Concat(Facts.Select(fact => string.Create(CultureInfo.InvariantCulture, $" {fact.Name}={fact.Value}")))}");

    /// <summary>The fact of a name; <see langword="null"/> when there is none.</summary>
    public object? this[string fact] => Facts.FirstOrDefault(known => known.Name == fact).Value;
}

/// <summary>The codes of what can be wrong with any file, whatever it says.</summary>
public static class YamlCodes
{
    /// <summary>Not YAML from here on.</summary>
    public const string BadYaml = "bad_yaml";

    /// <summary>A tab where a line is indented, which YAML forbids and editors hide.</summary>
    public const string Tab = "tab";

    /// <summary>Not one document made of keys and values.</summary>
    public const string NotAMapping = "not_a_mapping";

    /// <summary>A reference to another part of the file (<c>*name</c>), which could unfold without end.</summary>
    public const string AliasRefused = "alias_refused";

    /// <summary>Too many levels within one another.</summary>
    public const string TooDeep = "too_deep";

    /// <summary>More characters or more values than a file written by people has.</summary>
    public const string TooLong = "too_long";

    /// <summary>A key written twice in one place; <c>key</c>. The first one counts.</summary>
    public const string KeyTwice = "key_twice";

    /// <summary>A key that must be there is absent or empty; <c>key</c>.</summary>
    public const string KeyMissing = "key_missing";

    /// <summary>A key nobody reads; <c>key</c>.</summary>
    public const string KeyUnknown = "key_unknown";

    /// <summary>A key nobody reads, a slip away from one that would be; <c>key</c>, <c>meant</c>.</summary>
    public const string KeyMistyped = "key_mistyped";

    /// <summary>Another sort of value than expected; <c>key</c>, <c>expected</c>.</summary>
    public const string WrongType = "wrong_type";

    /// <summary>A text lacks a language; <c>key</c>, <c>language</c>.</summary>
    public const string TranslationMissing = "translation_missing";

    /// <summary>A number out of its bounds; <c>key</c>, <c>least</c>, <c>most</c>.</summary>
    public const string NumberOutOfRange = "number_out_of_range";

    /// <summary>Not a day such as 2026-11-22; <c>key</c>, <c>value</c>.</summary>
    public const string BadDate = "bad_date";

    /// <summary>A word outside a closed set; <c>key</c>, <c>word</c>, <c>known</c>.</summary>
    public const string UnknownWord = "unknown_word";

    /// <summary>A code met twice in a list; <c>code</c>.</summary>
    public const string DuplicateCode = "duplicate_code";

    /// <summary>Every code, for tests that look for a missing sentence and for callers that tell these from their own.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        BadYaml, Tab, NotAMapping, AliasRefused, TooDeep, TooLong, KeyTwice, KeyMissing, KeyUnknown, KeyMistyped, WrongType, TranslationMissing,
        NumberOutOfRange, BadDate, UnknownWord, DuplicateCode,
    };
}
