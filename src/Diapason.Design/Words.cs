using Diapason.Platform.Language;

namespace Diapason.Design;

/// <summary>The few texts the components say themselves, in the language of the request.</summary>
internal static class Words
{
    private static readonly TextCatalog Texts = TextCatalog.Of(typeof(Words).Assembly);

    public static string Of(string key) => Texts[key];

    public static string Of(string key, params ReadOnlySpan<object?> arguments) => Texts.Format(key, arguments);
}
