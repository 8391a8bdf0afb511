using Diapason.Platform.Access;
using Diapason.Platform.Audit;
using Diapason.Platform.Kits;
using Diapason.Platform.Modules;
using Diapason.Sample.Contracts;
using Diapason.Sample.Entries;
using Diapason.Sample.Front;
using Diapason.Sample.Kit;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Sample;

/// <summary>The module's manifest: what the house needs to know of it.</summary>
public sealed class SampleModule : IModule
{
    public string Name => "sample";

    public IEnumerable<StaffPage> StaffPages => [new(Work.Council, "manage.title", "manage.use", SampleLinks.Manage, Policies.CouncilStaff)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<RazorPagesOptions>(Pages.Conventions.Apply);
        services.AddScoped<IKitPart, SampleKitPart>();
        services.AddScoped<IProgramme, SampleProgramme>().AddScoped<IStaffDesk, SampleDesk>().AddScoped<ISearchable, SampleSearch>();
        services.AddScoped<IAuditSubjects, EntrySubjects>();
        services.AddScoped<KeepEntry>().AddScoped<ReadEntries>().AddSingleton<KnownCouncils>();
    }
}
