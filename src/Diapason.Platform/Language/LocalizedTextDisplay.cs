using Diapason.Text;

namespace Diapason.Platform.Language;

/// <summary>Shows a two-language text in the language of the request, with its typography.</summary>
public static class LocalizedTextDisplay
{
    extension(LocalizedText text)
    {
        /// <summary>The text in the current language.</summary>
        public string Here => text.In(Languages.Current);
    }
}
