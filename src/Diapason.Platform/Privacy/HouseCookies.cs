using Diapason.Platform.Front;
using Diapason.Platform.Modules;

namespace Diapason.Platform.Privacy;

/// <summary>Every cookie this installation may leave on a device: the house's, then its modules'.</summary>
public static class HouseCookies
{
    internal const string Form = "diapason.form";
    internal const string Typed = "diapason.typed";

    public static IEnumerable<DeviceCookie> Of(ModuleCatalog modules) =>
    [
        new(Form, "cookie.form", null), new(Typed, "cookie.typed", null), new(DeviceCodes.CookiePrefix, "cookie.codes", DeviceCodes.Kept),
        .. modules.Modules.SelectMany(module => module.Cookies),
    ];
}
