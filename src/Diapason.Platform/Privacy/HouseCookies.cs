using Diapason.Platform.Front;
using Diapason.Platform.Modules;
using Diapason.Platform.Security;
using Microsoft.Extensions.Hosting;

namespace Diapason.Platform.Privacy;

/// <summary>Every cookie this installation may leave on a device: the house's, then its modules'.</summary>
public static class HouseCookies
{
    internal const string Form = "diapason.form";
    internal const string Typed = "diapason.typed";

    /// <summary>Under the names that browsers see.</summary>
    /// <param name="modules">Those installed.</param>
    /// <param name="whereSet">Those that a setting of the operator adds.</param>
    /// <param name="environment">Which names they have.</param>
    public static IEnumerable<DeviceCookie> Of(ModuleCatalog modules, IEnumerable<DeviceCookie> whereSet, IHostEnvironment environment)
    {
        DeviceCookie[] all =
        [
            new(Form, "cookie.form", null), new(Typed, "cookie.typed", null), new(DeviceCodes.CookiePrefix, "cookie.codes", DeviceCodes.Kept),
            .. modules.Modules.SelectMany(module => module.Cookies), .. whereSet,
        ];
        return environment.IsDevelopment() ? all : all.Select(cookie => cookie with { Name = HostCookies.Prefix + cookie.Name });
    }
}
