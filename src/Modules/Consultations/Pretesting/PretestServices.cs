using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Jobs;
using Diapason.Platform.Backups;
using Diapason.Platform.Jobs;
using Diapason.Platform.Privacy;
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
        services.AddScoped<PreviewStore>().AddScoped<IPersonalData, PreviewPersonalData>();
        services.AddScoped<IJob, EndPretests>();
        // A trial that its author took back does not come back with a restored copy.
        services.AddSingleton(new ErasedByPeople("consultations_pretest_answer", "resume_hash")).AddSingleton(new NotInClear("consultations_pretest_answer"));
        services.Configure<AuthorizationOptions>(FieldworkPolicy.Add);
    }
}
