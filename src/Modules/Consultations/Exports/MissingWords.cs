using Diapason.Forms;
using Diapason.Platform.Language;

namespace Diapason.Consultations.Exports;

/// <summary>What each missing kind means, in words.</summary>
internal static class MissingWords
{
    private static readonly TextCatalog Texts = TextCatalog.Of(typeof(MissingWords).Assembly);

    public static string Of(MissingKind kind, string language) => kind == MissingKind.None ? "" : Text("missing." + MissingCodes.Of(kind), language);

    /// <summary>Null when nothing is said under the key.</summary>
    public static string? Find(string key, string language) => Texts.Find(key, language);

    public static string Text(string key, string language) => Texts.Find(key, language)!;
}
