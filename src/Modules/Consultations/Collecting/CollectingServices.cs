using Diapason.Platform.Backups;
using Diapason.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Consultations.Collecting;

/// <summary>What bringing in answers collected elsewhere needs.</summary>
internal static class CollectingServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<CollectedContents>();
        services.AddScoped<CollectingRules>().AddScoped<BringFile>().AddScoped<ChangeMapping>().AddScoped<KeepCollected>().AddScoped<ReleaseCollected>().AddScoped<TakeBackCollected>().AddScoped<KeepMapping>().AddScoped<CollectedWords>();
        services.AddScoped<IJob, EraseCollected>();
        // A file may hold columns that nobody asked for; answers taken back, or released since, come back with no restored copy.
        services.AddSingleton(new NotInBackups("consultations_collected_file")).AddSingleton(new ErasedByPeople("consultations_collected_answer", "id")).AddSingleton(new NotInClear("consultations_collected_answer"));
    }
}
