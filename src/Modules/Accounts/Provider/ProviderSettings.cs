using Diapason.Platform.Startup;
using Diapason.Platform.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Diapason.Accounts.Provider;

/// <summary>
/// The operator's OpenID Connect provider, by which people who already have an account may come in: <c>Diapason:Oidc:Authority</c>, <c>ClientId</c>, <c>ClientSecret</c>, <c>Name</c>, and
/// <c>MultiFactor</c>, what its <c>amr</c> or <c>acr</c> says when it asked for more than a password.
/// </summary>
internal sealed record ProviderSettings(string Authority, string ClientId, string? ClientSecret, string Name, IReadOnlySet<string> MultiFactor)
{
    private const string Section = "Diapason:Oidc";

    /// <summary>Null when there is none.</summary>
    public static ProviderSettings? Of(IConfiguration configuration)
    {
        var set = configuration.GetSection(Section);
        return set["Authority"] is not { Length: > 0 } authority || !Uri.TryCreate(authority, UriKind.Absolute, out var address) ? null : new ProviderSettings(
            authority,
            set["ClientId"] ?? "",
            set["ClientSecret"] is { Length: > 0 } secret ? secret : null,
            set["Name"] is { Length: > 0 } name ? name : address.Host,
            (set["MultiFactor"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Half of it would show a button that leads nowhere.</summary>
    internal sealed class Check(IConfiguration configuration, IHostEnvironment environment, PublicAddress site) : IStartupCheck
    {
        public Task<string?> RefusalAsync(CancellationToken cancel) => Task.FromResult(Refusal());

        private string? Refusal()
        {
            var set = configuration.GetSection(Section);
            if (!set.GetChildren().Any(one => one.Value is { Length: > 0 })) return null;
            if (!Uri.TryCreate(set["Authority"], UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !environment.IsDevelopment())) return "Diapason__Oidc__Authority is not an https address, such as https://login.example.org.";
            if (string.IsNullOrEmpty(set["ClientId"])) return "Diapason__Oidc__ClientId is missing.";
            return site.OrNull is null && !environment.IsDevelopment() ? "Diapason__Oidc needs Diapason__PublicAddress: the provider sends people back there." : null;
        }
    }
}
