using Diapason.Platform.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Needs;

/// <summary>The needs module's manifest.</summary>
public sealed class NeedsModule : IModule
{
    public string Name => "needs";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
