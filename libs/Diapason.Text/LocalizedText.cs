using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Diapason.Text;

/// <summary>An immutable text in any number of languages, each by its code: <c>fr</c>, <c>en</c>, <c>iu</c>…</summary>
[JsonConverter(typeof(LocalizedTextJsonConverter))]
public sealed class LocalizedText : IEquatable<LocalizedText>
{
    /// <summary>The code of French, the first language everything falls back to.</summary>
    public const string FrenchCode = "fr";

    /// <summary>The code of English, the second.</summary>
    public const string EnglishCode = "en";

    private readonly ImmutableArray<KeyValuePair<string, string>> _texts;

    /// <summary>Makes a text from pairs of lower-case language code and text. A blank text counts as none; a repeated code keeps its last text.</summary>
    public LocalizedText(IEnumerable<KeyValuePair<string, string>> texts)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, text) in texts)
            if (string.IsNullOrWhiteSpace(text)) said.Remove(language);
            else said[language] = text;
        _texts = [.. said.OrderBy(pair => Rank(pair.Key)).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
    }

    /// <summary>Makes a text from languages and what is said in each: <c>LocalizedText.Of(("fr", "Besoins"), ("en", "Needs"))</c>.</summary>
    public static LocalizedText Of(params IEnumerable<(string Language, string? Text)> texts) =>
        new(texts.Select(pair => KeyValuePair.Create(pair.Language, pair.Text ?? "")));

    /// <summary>The text without a word in any language.</summary>
    public static LocalizedText Empty { get; } = new([]);

    /// <summary>Whether nothing is said in any language.</summary>
    public bool IsEmpty => _texts.IsEmpty;

    /// <summary>The languages in which something is said, French first, then English, then the others by code.</summary>
    public IEnumerable<string> Languages => _texts.Select(pair => pair.Key);

    /// <summary>Every language with its text, in the order of <see cref="Languages"/>.</summary>
    public IEnumerable<KeyValuePair<string, string>> All => _texts;

    /// <summary>
    /// The text in a language. Accepts a region (<c>fr-CA</c>). When that language is missing: French, then English, then another, since a
    /// reader is better served by another language than by nothing. Empty when nothing is said at all.
    /// </summary>
    public string In(string language) => Find(language) ?? (_texts.IsEmpty ? "" : _texts[0].Value);

    /// <summary>The language of what <see cref="In"/> returns, to mark it as such; the language asked when nothing is said at all.</summary>
    public string LanguageIn(string language) => Has(language) || _texts.IsEmpty ? language : _texts[0].Key;

    /// <summary>Whether the text exists in a language, without falling back.</summary>
    public bool Has(string language) => Find(language) is not null;

    /// <summary>A copy with one language replaced; a blank text takes it away.</summary>
    public LocalizedText With(string language, string text) => new([.. _texts, new(language, text)]);

    /// <summary>A copy in which each text was changed by a function of its language and itself.</summary>
    public LocalizedText Map(Func<string, string, string> change) => new(_texts.Select(pair => KeyValuePair.Create(pair.Key, change(pair.Key, pair.Value))));

    /// <summary>A copy whose French follows <see cref="QuebecTypography"/>; itself when there is nothing to do.</summary>
    public LocalizedText Typeset()
    {
        if (Find(FrenchCode) is not { } french || QuebecTypography.Apply(french) is var set && ReferenceEquals(french, set)) return this;
        return With(FrenchCode, set);
    }

    /// <summary>The text as one JSON object, <c>{"fr":"…","en":"…"}</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, LocalizedTextJson.Default.LocalizedText);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not an object of strings.</exception>
    public static LocalizedText FromJson([StringSyntax(StringSyntaxAttribute.Json)] string json) =>
        JsonSerializer.Deserialize(json, LocalizedTextJson.Default.LocalizedText) ?? Empty;

    /// <inheritdoc/>
    public bool Equals(LocalizedText? other)
    {
        if (other is null || _texts.Length != other._texts.Length) return false;
        for (var i = 0; i < _texts.Length; i++)
            if (_texts[i].Key != other._texts[i].Key || _texts[i].Value != other._texts[i].Value) return false;
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    /// <inheritdoc/>
    public override int GetHashCode() => _texts.IsEmpty ? 0 : HashCode.Combine(_texts.Length, _texts[0].Value);

    /// <summary>The French text, or what stands for it: for debugging and logs of texts that are not personal.</summary>
    public override string ToString() => In(FrenchCode);

    private static int Rank(string language) => language switch
    {
        FrenchCode => 0,
        EnglishCode => 1,
        _ => 2,
    };

    private string? Find(string language)
    {
        foreach (var (known, text) in _texts)
            if (known == language) return text;
        var dash = language.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 ? Find(language[..dash]) : null;
    }
}
