using Diapason.Platform.Language;

namespace Diapason.Design;

/// <summary>The few texts the components say themselves, in the language of the request.</summary>
internal static class Words
{
    private static readonly TextCatalog Texts = TextCatalog.Of(typeof(Words).Assembly);

    /// <summary>Between a title and what follows it; a text that starts with its space could not be set by the catalogue.</summary>
    public static string Colon => LanguageHabits.Here.Colon;

    public static string Of(string key) => Texts[key];

    public static string Of(string key, params ReadOnlySpan<object?> arguments) => Texts.Format(key, arguments);
}
