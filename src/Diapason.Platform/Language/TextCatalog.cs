using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Diapason.Text;

namespace Diapason.Platform.Language;

/// <summary>
/// The sentences of one assembly (<c>Texts.resx</c> French, <c>Texts.en.resx</c>, <c>Texts.iu.resx</c>…), typography applied once, read without
/// allocation. What a language lacks is borrowed from French.
/// </summary>
public sealed class TextCatalog
{
    private static readonly ConcurrentDictionary<Assembly, TextCatalog> Catalogs = new();
    private readonly ConcurrentDictionary<string, FrozenDictionary<string, string>> _languages = new(StringComparer.Ordinal);
    private readonly ResourceManager _resources;

    private TextCatalog(Assembly assembly) => _resources = new ResourceManager(assembly.GetName().Name + ".Texts", assembly);

    public static TextCatalog Of(Assembly assembly) => Catalogs.GetOrAdd(assembly, static a => new TextCatalog(a));

    /// <summary>The sentence in the current language, or in French; the key between brackets when it is missing, which a test forbids.</summary>
    public string this[string key] =>
        In(Languages.Current).TryGetValue(key, out var sentence) ? sentence
        : In(Languages.French).TryGetValue(key, out var borrowed) ? BorrowedTexts.Mark(borrowed)
        : $"[{key}]";

    /// <summary>The sentence with its <c>{0}</c> places filled, formatted for the current culture.</summary>
    public string Format(string key, params ReadOnlySpan<object?> arguments) => OneStop(string.Format(CultureInfo.CurrentCulture, this[key], arguments));

    /// <summary>An hour that ends a sentence, <c>1:30 p.m.</c>, ends it with its own stop.</summary>
    private static string OneStop(string sentence) => sentence.Contains(".m..", StringComparison.Ordinal) ? sentence.Replace(".m..", ".m.", StringComparison.Ordinal) : sentence;

    /// <summary>The sentence in every language of the house, for what is shown later or in another language.</summary>
    public LocalizedText InAll(string key) => new(Languages.OfTheHouse.Select(language => KeyValuePair.Create(language, In(language).GetValueOrDefault(key) ?? "")));

    /// <summary>The sentence in a language, or in French.</summary>
    public string? Find(string key, string language) => In(language).GetValueOrDefault(key) ?? In(Languages.French).GetValueOrDefault(key);

    /// <summary>Whether there is a sentence in a language.</summary>
    public bool Speaks(string language) => In(language).Count > 0;

    /// <summary>The sentences written in a language, those borrowed left out.</summary>
    public FrozenDictionary<string, string> In(string language) => _languages.GetOrAdd(language, static (code, resources) => code == Languages.French
        ? Load(resources, CultureInfo.InvariantCulture, QuebecTypography.Apply)
        : Load(resources, CultureInfo.GetCultureInfo(code), text => text), _resources);

    private static FrozenDictionary<string, string> Load(ResourceManager resources, CultureInfo culture, Func<string, string> typography)
    {
        try
        {
            var set = resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false);
            return set is null
                ? FrozenDictionary<string, string>.Empty
                : set.Cast<DictionaryEntry>().ToFrozenDictionary(e => (string)e.Key, e => typography((string)e.Value!), StringComparer.Ordinal);
        }
        catch (MissingManifestResourceException)
        {
            return FrozenDictionary<string, string>.Empty;
        }
    }
}

/// <summary>What a page injects: <c>@inject Texts&lt;NeedsModule&gt; T</c>, then <c>@T["key"]</c> or <c>@T["key", n]</c>.</summary>
/// <typeparam name="TIn">Any type of the assembly whose texts are wanted.</typeparam>
public sealed class Texts<TIn>
{
    private readonly TextCatalog _catalog = TextCatalog.Of(typeof(TIn).Assembly);

    public string this[string key] => _catalog[key];

    public string this[string key, params ReadOnlySpan<object?> arguments] => _catalog.Format(key, arguments);

    /// <summary>A sentence that counts something, its number first: one, or several. None is one in French.</summary>
    public string Count(string one, string many, int number, params ReadOnlySpan<object?> more) => _catalog.Format(Languages.IsSingular(number) ? one : many, [number, .. more]);

    public LocalizedText InAll(string key) => _catalog.InAll(key);

    /// <summary>The same with its one place filled, language by language.</summary>
    public LocalizedText InAll(string key, LocalizedText argument) =>
        _catalog.InAll(key).Map((language, text) => string.Format(CultureInfo.InvariantCulture, text, argument.In(language)));

    /// <summary>Whether the key exists, for texts chosen by a code.</summary>
    public bool Has(string key) => _catalog.Find(key, Languages.Current) is not null;
}
