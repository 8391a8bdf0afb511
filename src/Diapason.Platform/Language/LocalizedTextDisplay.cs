using Diapason.Text;

namespace Diapason.Platform.Language;

/// <summary>Shows a text of several languages in the language of the request, with its typography.</summary>
public static class LocalizedTextDisplay
{
    extension(LocalizedText text)
    {
        /// <summary>The text in the current language.</summary>
        public string Here => text.In(Languages.Current);

        /// <summary>The text in the current language, or another sentence when it was left empty.</summary>
        public string Or(string otherwise) => text.IsEmpty ? otherwise : text.Here;

        /// <summary>The language that <see cref="Here"/> is said in, to mark it where it is not the page's.</summary>
        public string LanguageHere => text.LanguageIn(Languages.Current);
    }
}
