using Diapason.Platform.Backups;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Consultations.Paper;

/// <summary>What paper and calls need.</summary>
internal static class PaperServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<OpenBatch>().AddScoped<EnterSheet>().AddScoped<CloseBatch>().AddScoped<TypeAgain>().AddScoped<EraseSheet>().AddScoped<ReleaseBatch>().AddScoped<ReadSheet>().AddScoped<PaperRouting>();
        services.AddSingleton(new ErasedByPeople("consultations_sheet", "resume_hash")).AddSingleton(new NotInClear("consultations_sheet"));
    }
}
