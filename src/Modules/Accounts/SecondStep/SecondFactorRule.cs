using Diapason.Platform.Access;
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
        .. (configuration["Diapason:SecondFactorRoles"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries),
    ];

    public bool Asks(string role) => _roles.Contains(role);
}
