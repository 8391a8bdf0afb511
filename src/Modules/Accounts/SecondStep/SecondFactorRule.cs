using Diapason.Platform.Access;
using Diapason.Platform.Modules;
using Diapason.Platform.Startup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Diapason.Accounts.SecondStep;

/// <summary>
/// Which roles do nothing before their holder has a second step: those that read answers or give roles, outside Development, and those of
/// <c>Diapason:SecondFactorRoles</c> (<c>rfc, facilitator</c>). In Development the setting alone counts: demonstration accounts open by their password.
/// </summary>
internal sealed class SecondFactorRule(IConfiguration configuration, IHostEnvironment environment)
{
    private readonly HashSet<string> _roles =
    [
        .. environment.IsDevelopment() ? [] : new[] { Roles.Administrator, Roles.Analyst },
        .. Set(configuration),
    ];

    private static string[] Set(IConfiguration configuration) => (configuration["Diapason:SecondFactorRoles"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);

    public bool Asks(string role) => _roles.Contains(role);

    /// <summary>A role that does not exist would leave the one that was meant without its second step.</summary>
    internal sealed class Check(IConfiguration configuration, ModuleCatalog modules) : IStartupCheck
    {
        public Task<string?> RefusalAsync(CancellationToken cancel) => Task.FromResult(Set(configuration).Any(role => modules.Role(role) is null)
            ? $"Diapason__SecondFactorRoles names a role that does not exist. Roles: {string.Join(", ", modules.Roles.Select(role => role.Code))}."
            : null);
    }
}
