using Diapason.Platform.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Studies;

/// <summary>The studies module's manifest.</summary>
public sealed class StudiesModule : IModule
{
    public string Name => "studies";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
