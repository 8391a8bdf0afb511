using System.Globalization;
using System.Text.Json;
using Diapason.Text;

namespace Diapason.Yaml;

/// <content>Texts, numbers, days and words under a key.</content>
public sealed partial class YamlMap
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>A text on one or several lines.</summary>
    public string Text(string key)
    {
        if (Find(key) is YamlText { Value.Length: > 0 } text) return text.Value;
        return Lacks(key) ? "" : Wrong(key, "text", "");
    }

    /// <summary>A text, when there is one; an empty one counts as absent.</summary>
    public string? OptionalText(string key) => Find(key) switch
    {
        null or YamlText { Value.Length: 0 } => null,
        YamlText text => text.Value,
        _ => Wrong<string?>(key, "text", null),
    };

    /// <summary>A text in every language of the file: <c>{ fr: …, en: … }</c>.</summary>
    public LocalizedText Localized(string key)
    {
        if (Find(key) is YamlMap texts) return texts.Languages(Named(key));
        return Lacks(key) ? LocalizedText.Empty : Wrong(key, "fr_and_en", LocalizedText.Empty);
    }

    /// <summary>A text in every language, when there is one.</summary>
    public LocalizedText? OptionalLocalized(string key) => Has(key) ? Localized(key) : null;

    /// <summary>The languages written as keys of this very mapping: <c>{ code: x, fr: …, en: … }</c>.</summary>
    /// <param name="name">What to call the text in a problem; the mapping's own code when left out.</param>
    public LocalizedText Languages(string? name = null)
    {
        name ??= OptionalText("code") ?? "";
        var texts = new List<KeyValuePair<string, string>>(Reading.Languages.Count);
        foreach (var language in Reading.Languages)
        {
            if (Find(language) is null) _absences.Add(new(language, YamlCodes.TranslationMissing, [("key", name), ("language", language)]));
            else if (OptionalText(language) is { } text) texts.Add(new(language, text));
            else if (!At(language).IsRefused) ReportAt(language, YamlCodes.TranslationMissing, ("key", name), ("language", language));
        }

        return new LocalizedText(texts);
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="otherwise">What an absent key means.</param>
    public bool Flag(string key, bool otherwise = false) => OptionalText(key) switch
    {
        "true" => true,
        "false" => false,
        null => otherwise,
        _ => Wrong(key, "true_or_false", otherwise),
    };

    /// <summary>A number written with a point, when there is one.</summary>
    public decimal? OptionalNumber(string key)
    {
        if (OptionalText(key) is not { } written) return null;
        return decimal.TryParse(written, Decimal, CultureInfo.InvariantCulture, out var number) ? number : Wrong<decimal?>(key, "number", null);
    }

    /// <summary>A number written with a point; 0 after a report.</summary>
    public decimal Number(string key)
    {
        if (IsBlank(key)) Lacks(key);
        return OptionalNumber(key) ?? 0;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Whole(string key, int least, int most)
    {
        if (IsBlank(key)) Lacks(key);
        return OptionalWhole(key, least, most, least);
    }

    /// <summary>A whole number within bounds, when there is one.</summary>
    public int OptionalWhole(string key, int least, int most, int otherwise) => OptionalWhole(key, least, most) ?? otherwise;

    /// <summary>A whole number within bounds, when there is one; <see langword="null"/> otherwise.</summary>
    public int? OptionalWhole(string key, int least, int most)
    {
        if (OptionalText(key) is not { } written) return null;
        if (!int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return Wrong<int?>(key, "whole_number", null);
        if (number >= least && number <= most) return number;
        ReportAt(key, YamlCodes.NumberOutOfRange, ("key", key), ("least", least), ("most", most));
        return null;
    }

    /// <summary>A day, <c>2026-11-22</c>.</summary>
    public DateOnly Date(string key)
    {
        if (IsBlank(key)) Lacks(key);
        return OptionalDate(key) ?? default;
    }

    /// <summary>A day, when there is one.</summary>
    public DateOnly? OptionalDate(string key)
    {
        if (OptionalText(key) is not { } written) return null;
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        ReportAt(key, YamlCodes.BadDate, ("key", key), ("value", written));
        return null;
    }

    /// <summary>A word of a closed set, written in snake case: <c>no_ai</c>.</summary>
    public TEnum Word<TEnum>(string key)
        where TEnum : struct, Enum
    {
        var word = Text(key);
        var known = Enum.GetValues<TEnum>().ToDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));
        if (known.TryGetValue(word, out var found)) return found;
        if (word.Length > 0) ReportAt(key, YamlCodes.UnknownWord, ("key", key), ("word", word), ("known", string.Join(", ", known.Keys)));
        return default;
    }
}
