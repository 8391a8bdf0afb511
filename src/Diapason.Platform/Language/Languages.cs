using System.Collections.Concurrent;
using System.Globalization;
using Diapason.Platform.Councils;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Platform.Language;

/// <summary>
/// Languages by code, and their place at the head of every address. Which ones are offered is each council's; the house itself is written in those
/// that have a <c>Texts.{code}.resx</c>, and speaks French where it is not.
/// </summary>
public static class Languages
{
    public const string French = "fr";
    public const string English = "en";
    private const string Act = "language-";

    /// <summary>The languages in which every sentence of the house exists, which a test checks.</summary>
    public static readonly IReadOnlyList<string> OfTheHouse = [French, English];

    private static readonly ConcurrentDictionary<string, CultureInfo> Cultures = new(StringComparer.Ordinal)
    {
        [French] = CultureInfo.GetCultureInfo("fr-CA"),
        [English] = CultureInfo.GetCultureInfo("en-CA"),
    };

    /// <summary>Whether the sentences around a number say it in the singular: French says nought so, as one.</summary>
    public static bool IsSingular(int number) => number == 1 || (number == 0 && LanguageHabits.Here.IsNoughtOne);

    /// <summary>The code of the language of the current request; French outside any, on a machine without a language.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is var code && code != "iv" ? code : French;

    /// <summary>How dates and numbers are written in a language, by Canada's habits where it has some.</summary>
    public static CultureInfo Culture(string language) => Cultures.GetOrAdd(language, CultureInfo.GetCultureInfo);

    /// <summary>Two or three letters of ISO 639: <c>fr</c>, <c>iu</c>, <c>moe</c>.</summary>
    public static bool IsCode(string text) => text.Length is 2 or 3 && text.All(char.IsAsciiLetterLower);

    /// <summary>Its name in the language of the request: <c>anglais</c>.</summary>
    public static string NameOf(string language) => WithoutRegion(Culture(language).DisplayName);

    /// <summary>Its name in another language: <c>anglais</c>, for English in French.</summary>
    public static string NameIn(string language, string said)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Culture(said);
        try
        {
            return NameOf(language);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>Every name by which a table may call it: as its speakers do, in English, and in each language of the house and of those given.</summary>
    public static IReadOnlySet<string> NamesOf(string language, IEnumerable<string> said)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { OwnNameOf(language), WithoutRegion(Culture(language).EnglishName) };
        names.UnionWith(OfTheHouse.Union(said).Select(other => NameIn(language, other)));
        return names;
    }

    /// <summary>Its name as its speakers write it, with a capital: <c>English</c>.</summary>
    public static string OwnNameOf(string language)
    {
        var culture = Culture(language);
        var name = WithoutRegion(culture.NativeName);
        return culture.TextInfo.ToUpper(name[0]) + name[1..];
    }

    /// <summary>The language that a button of a form asks for (<c>act=language-en</c>), so that what is typed goes along. Only a code goes into an address.</summary>
    public static string? AskedBy(string? act) => act?.StartsWith(Act, StringComparison.Ordinal) == true && IsCode(act[Act.Length..]) ? act[Act.Length..] : null;

    /// <summary>The current page's address in the language that its form's button asks for; in the current one when the council does not offer that language.</summary>
    public static string AddressAskedBy(HttpRequest request) =>
        SameAddress(request, AskedBy(request.Form["act"]) is { } asked && request.HttpContext.RequestServices.GetRequiredService<CurrentCouncil>().Languages.Contains(asked) ? asked : Current);

    /// <summary>The current page's address in another language, council and query kept.</summary>
    public static string SameAddress(HttpRequest request, string language)
    {
        // On an error page the address is the one that was asked for, not the page that answers.
        var asked = request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var path = asked is null ? request.Path.ToUriComponent() : new PathString(asked.OriginalPath).ToUriComponent();
        var query = asked is null ? request.QueryString.ToUriComponent() : asked.OriginalQueryString ?? "";
        return $"/{language}{WithoutLanguage(request.PathBase.Value ?? "")}{path}{query}";
    }

    /// <summary>An address of this site, as the current page links to it, in another language.</summary>
    public static string InLanguage(HttpRequest request, string language, string address)
    {
        var home = request.PathBase.Value ?? "";
        return address.StartsWith(home + "/", StringComparison.Ordinal) ? $"/{language}{WithoutLanguage(home)}{address[home.Length..]}" : address;
    }

    /// <summary>Runs the rest of the current asynchronous flow in a language: for mail, jobs and exports.</summary>
    public static void Use(string language)
    {
        CultureInfo.CurrentUICulture = Culture(language);
        // A French sentence has French dates in it, on an Inuktitut page too.
        CultureInfo.CurrentCulture = Culture(IsWritten(language) ? language : French);
    }

    /// <summary>Whether the house has sentences of its own in it.</summary>
    public static bool IsWritten(string language) => OfTheHouse.Contains(language) || TextCatalog.Of(typeof(Languages).Assembly).Speaks(language);

    private static string WithoutRegion(string name) => name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var region ? name[..region] : name;

    private static string WithoutLanguage(string pathBase)
    {
        if (pathBase.Length == 0) return "";
        var end = pathBase.IndexOf('/', 1) is > 0 and var slash ? slash : pathBase.Length;
        return IsCode(pathBase[1..end]) ? pathBase[end..] : pathBase;
    }
}
