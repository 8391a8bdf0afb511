using Diapason.Platform.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Accounts;

/// <summary>The accounts module's manifest.</summary>
public sealed class AccountsModule : IModule
{
    public string Name => "accounts";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
