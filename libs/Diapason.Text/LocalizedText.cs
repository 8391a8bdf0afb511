using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Diapason.Text;

/// <summary>An immutable text in French and English, and in other languages when someone supplied them.</summary>
[JsonConverter(typeof(LocalizedTextJsonConverter))]
public sealed class LocalizedText : IEquatable<LocalizedText>
{
    /// <summary>The code of French, the language everything falls back to.</summary>
    public const string FrenchCode = "fr";

    /// <summary>The code of English.</summary>
    public const string EnglishCode = "en";

    private static readonly FrozenDictionary<string, string> NoOthers = FrozenDictionary<string, string>.Empty;
    private readonly FrozenDictionary<string, string> _others;

    /// <summary>Makes a text from its two languages; <see langword="null"/> counts as empty.</summary>
    public LocalizedText(string? french, string? english)
        : this(french, english, NoOthers)
    {
    }

    /// <summary>Makes a text from pairs of lower-case language code (<c>fr</c>, <c>en</c>, <c>iu</c>…) and text; a repeated code keeps its last text.</summary>
    public LocalizedText(IEnumerable<KeyValuePair<string, string>> texts)
    {
        Dictionary<string, string>? others = null;
        string french = "", english = "";
        foreach (var (language, text) in texts)
        {
            if (language == FrenchCode) french = text ?? "";
            else if (language == EnglishCode) english = text ?? "";
            else (others ??= [])[language] = text ?? "";
        }

        French = french;
        English = english;
        _others = others?.ToFrozenDictionary(StringComparer.Ordinal) ?? NoOthers;
    }

    private LocalizedText(string? french, string? english, FrozenDictionary<string, string> others)
    {
        French = french ?? "";
        English = english ?? "";
        _others = others;
    }

    /// <summary>The text without a word in any language.</summary>
    public static LocalizedText Empty { get; } = new("", "");

    /// <summary>The French text, empty when missing.</summary>
    public string French { get; }

    /// <summary>The English text, empty when missing.</summary>
    public string English { get; }

    /// <summary>Whether both French and English hold something else than blanks.</summary>
    public bool IsComplete => !string.IsNullOrWhiteSpace(French) && !string.IsNullOrWhiteSpace(English);

    /// <summary>Whether no language holds anything but blanks.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(French) && string.IsNullOrWhiteSpace(English) && _others.Count == 0;

    /// <summary>Every language with its text, French first, then English, then the others by code.</summary>
    public IEnumerable<KeyValuePair<string, string>> All
    {
        get
        {
            yield return new(FrenchCode, French);
            yield return new(EnglishCode, English);
            foreach (var other in _others.OrderBy(pair => pair.Key, StringComparer.Ordinal)) yield return other;
        }
    }

    /// <summary>
    /// The text in a language. Accepts a region (<c>fr-CA</c>). When that language is missing: French, then English,
    /// since a reader is better served by the other language than by nothing.
    /// </summary>
    public string In(string language)
    {
        var text = Find(language);
        if (!string.IsNullOrEmpty(text)) return text;
        return French.Length > 0 ? French : English;
    }

    /// <summary>Whether the text exists in a language, without falling back.</summary>
    public bool Has(string language) => !string.IsNullOrWhiteSpace(Find(language));

    /// <summary>A copy with one language replaced.</summary>
    public LocalizedText With(string language, string text) => language switch
    {
        FrenchCode => new(text, English, _others),
        EnglishCode => new(French, text, _others),
        _ => new(All.Append(new(language, text))),
    };

    /// <summary>A copy whose French follows <see cref="QuebecTypography"/>; itself when there is nothing to do.</summary>
    public LocalizedText Typeset()
    {
        var french = QuebecTypography.Apply(French);
        return ReferenceEquals(french, French) ? this : new(french, English, _others);
    }

    /// <summary>The text as one JSON object, <c>{"fr":"…","en":"…"}</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, LocalizedTextJson.Default.LocalizedText);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not an object of strings.</exception>
    public static LocalizedText FromJson([StringSyntax(StringSyntaxAttribute.Json)] string json) =>
        JsonSerializer.Deserialize(json, LocalizedTextJson.Default.LocalizedText) ?? Empty;

    /// <inheritdoc/>
    public bool Equals(LocalizedText? other) =>
        other is not null && French == other.French && English == other.English && SameOthers(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(French, English, _others.Count);

    /// <summary>The French text, for debugging and logs of texts that are not personal.</summary>
    public override string ToString() => In(FrenchCode);

    private string? Find(string language)
    {
        if (language == FrenchCode) return French;
        if (language == EnglishCode) return English;
        if (_others.TryGetValue(language, out var other)) return other;
        var dash = language.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 ? Find(language[..dash]) : null;
    }

    private bool SameOthers(LocalizedText other)
    {
        if (_others.Count != other._others.Count) return false;
        foreach (var (language, text) in _others)
            if (!other._others.TryGetValue(language, out var theirs) || theirs != text) return false;
        return true;
    }
}
