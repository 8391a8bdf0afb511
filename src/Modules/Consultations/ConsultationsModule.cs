using Diapason.Platform.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Consultations;

/// <summary>The consultations module's manifest.</summary>
public sealed class ConsultationsModule : IModule
{
    public string Name => "consultations";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
