using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Diapason.Platform.Language;

/// <summary>The two languages of the screen, French first, and their place at the head of every address.</summary>
public static class Languages
{
    public const string French = "fr";
    public const string English = "en";
    public static readonly IReadOnlyList<string> All = [French, English];

    private static readonly CultureInfo FrCa = CultureInfo.GetCultureInfo("fr-CA");
    private static readonly CultureInfo EnCa = CultureInfo.GetCultureInfo("en-CA");

    /// <summary>Two letters of the language of the current request, <c>fr</c> or <c>en</c>.</summary>
    public static string Current => IsEnglish ? English : French;

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English;

    /// <summary>Two or three letters of ISO 639: <c>fr</c>, <c>iu</c>, <c>moe</c>.</summary>
    public static bool IsCode(string text) => text.Length is 2 or 3 && text.All(char.IsAsciiLetterLower);

    public static CultureInfo Culture(string language) => language == English ? EnCa : FrCa;

    public static string Other(string language) => language == English ? French : English;

    /// <summary>The current page's address in another language, council and query kept.</summary>
    public static string SameAddress(HttpRequest request, string language)
    {
        // On an error page the address is the one that was asked for, not the page that answers.
        var asked = request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var path = asked is null ? request.Path.ToUriComponent() : new PathString(asked.OriginalPath).ToUriComponent();
        var query = asked is null ? request.QueryString.ToUriComponent() : asked.OriginalQueryString ?? "";
        var pathBase = request.PathBase.Value ?? "";
        var rest = pathBase.Length >= 3 && pathBase[0] == '/' && (pathBase.Length == 3 || pathBase[3] == '/') ? pathBase[3..] : pathBase;
        return $"/{language}{rest}{path}{query}";
    }

    /// <summary>Runs the rest of the current asynchronous flow in a language: for mail, jobs and exports.</summary>
    public static void Use(string language)
    {
        var culture = Culture(language);
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
    }
}
