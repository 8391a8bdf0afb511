using Diapason.Accounts.Data;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Accounts.Passkeys;

/// <summary>Registers what keys need: Identity's reader of WebAuthn, told by which address this site is known.</summary>
internal static class PasskeyServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<PasskeyCeremony>().AddScoped<AddPasskey>().AddScoped<RemovePasskey>().AddScoped<SignInWithPasskey>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<PublicAddress>((options, site) =>
        {
            // The key itself says who comes, and its device asks them for a finger, a face or a code.
            (options.UserVerificationRequirement, options.ResidentKeyRequirement) = ("required", "required");
            if (site.OrNull is { } set) options.ServerDomain = new Uri(set).Host;
            // The browser says by which address it came: it is ours, and no other page frames this one. Its own header may be « null » under our referrer policy.
            options.ValidateOrigin = read => ValueTask.FromResult(!read.CrossOrigin && string.Equals(read.Origin, site.Shown(read.HttpContext.Request), StringComparison.OrdinalIgnoreCase));
        });
    }
}
