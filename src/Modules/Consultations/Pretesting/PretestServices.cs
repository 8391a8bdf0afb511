using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Jobs;
using Diapason.Platform.Jobs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Consultations.Pretesting;

/// <summary>What the pretest needs.</summary>
internal static class PretestServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<PretestStore>().AddSingleton<PretestVisits>().AddSingleton<PageClock>();
        services.AddScoped<GivePretestLink>().AddScoped<ErasePretest>().AddScoped<ReadPretest>().AddScoped<SendTrial>();
        services.AddScoped<IJob, EndPretests>();
        services.Configure<AuthorizationOptions>(FieldworkPolicy.Add);
    }
}
