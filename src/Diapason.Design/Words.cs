using System.Globalization;
using System.Resources;

namespace Diapason.Design;

/// <summary>The few texts the components say themselves, in the language of the request.</summary>
internal static class Words
{
    private static readonly ResourceManager Resources = new("Diapason.Design.Texts", typeof(Words).Assembly);

    public static string Of(string key) => Resources.GetString(key, CultureInfo.CurrentUICulture) ?? key;

    public static string Of(string key, params ReadOnlySpan<object?> arguments) =>
        string.Format(CultureInfo.CurrentCulture, Of(key), arguments);
}
