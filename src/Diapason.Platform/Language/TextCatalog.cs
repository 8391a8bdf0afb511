using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Diapason.Text;

namespace Diapason.Platform.Language;

/// <summary>The sentences of one assembly (<c>Texts.resx</c> French, <c>Texts.en.resx</c>), typography applied once, read without allocation.</summary>
public sealed class TextCatalog
{
    private static readonly ConcurrentDictionary<Assembly, TextCatalog> Catalogs = new();
    private readonly Lazy<FrozenDictionary<string, string>> _french;
    private readonly Lazy<FrozenDictionary<string, string>> _english;

    private TextCatalog(Assembly assembly)
    {
        var resources = new ResourceManager(assembly.GetName().Name + ".Texts", assembly);
        _french = new(() => Load(resources, CultureInfo.InvariantCulture, QuebecTypography.Apply));
        _english = new(() => Load(resources, CultureInfo.GetCultureInfo(Languages.English), text => text));
    }

    public static TextCatalog Of(Assembly assembly) => Catalogs.GetOrAdd(assembly, static a => new TextCatalog(a));

    /// <summary>The sentence in the current language; the key between brackets when it is missing, which a test forbids.</summary>
    public string this[string key] => In(Languages.Current).GetValueOrDefault(key) ?? $"[{key}]";

    /// <summary>The sentence with its <c>{0}</c> places filled, formatted for the current culture.</summary>
    public string Format(string key, params ReadOnlySpan<object?> arguments) => string.Format(CultureInfo.CurrentCulture, this[key], arguments);

    public FrozenDictionary<string, string> In(string language) => language == Languages.English ? _english.Value : _french.Value;

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

    /// <summary>Whether the key exists, for texts chosen by a code.</summary>
    public bool Has(string key) => _catalog.In(Languages.Current).ContainsKey(key);
}
