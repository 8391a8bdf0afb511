using Diapason.Platform.Audit;
using Diapason.Platform.Backups;
using Diapason.Platform.Jobs;
using Diapason.Platform.Kits;
using Diapason.Platform.Modules;
using Diapason.Platform.Privacy;
using Diapason.Platform.Security;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Front;
using Diapason.Workshops.Joining;
using Diapason.Workshops.Kit;
using Diapason.Workshops.Leading;
using Diapason.Workshops.Live;
using Diapason.Workshops.Pages;
using Diapason.Workshops.Papers;
using Diapason.Workshops.Preparing;
using Diapason.Workshops.Saying;
using Diapason.Workshops.Synthesis;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Workshops;

/// <summary>Workshops: what is said in the room is kept, weighed, and answered.</summary>
public sealed class WorkshopsModule : IModule
{
    public string Name => "workshops";

    public IEnumerable<StaffPage> StaffPages => [new(Work.Listen, "manage.title", "manage.use", WorkshopsLinks.All, WorkshopsPolicy.Lead), new(Work.Listen, "papers.title", "papers.use", WorkshopsLinks.Papers, WorkshopsPolicy.Type)];

    public IEnumerable<ModuleRole> Roles => [new(WorkshopsPolicy.NoteTaker)];

    public IEnumerable<KeptFor> Kept => [new("kept.cards", null), new("kept.addresses", null)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<RazorPagesOptions>(Conventions.Apply);
        services.Configure<AuthorizationOptions>(WorkshopsPolicy.Add);
        services.AddScoped<IKitPart, WorkshopsKitPart>();
        services.AddScoped<IProgramme, WorkshopsProgramme>().AddScoped<INotebook, WorkshopsNotebook>().AddScoped<IStaffDesk, WorkshopsDesk>().AddSingleton<KnownRooms>();
        services.AddScoped<IAuditSubjects, WorkshopSubjects>();
        services.AddScoped<ReadWorkshops>().AddScoped<SaveWorkshop>().AddScoped<ArrangeActivities>();
        services.AddSingleton(CardCode.OfCards).AddScoped<CardCode>().AddScoped<ICodeHolder, CardCode>();
        services.AddScoped<JoinWorkshop>().AddScoped<CardSeals>().AddScoped<CardLinks>().AddScoped<LeaveAddress>();
        services.AddSingleton<RoomBook>().AddSingleton<RoomWatch>().AddScoped<SaySomething>().AddScoped<TakeBack>().AddScoped<ReadTally>();
        services.AddScoped<LeadRoom>().AddScoped<ReadOverWords>().AddScoped<PrintSheets>().AddScoped<TypeSheet>();
        services.AddScoped<GroupWords>().AddScoped<LeadIdea>().AddScoped<PublishIdeas>().AddScoped<ReadSynthesis>().AddScoped<IJob, SendReturns>();
        services.AddSingleton(new ErasedByPeople("workshops_participant", "id")).AddSingleton(new ErasedByPeople("workshops_contribution", "id")).AddSingleton(new ErasedByPeople("workshops_return_address", "id"));
        // Two copies compared would say who spoke between them, and what.
        services.AddSingleton(new NotInClear("workshops_participant")).AddSingleton(new NotInClear("workshops_contribution")).AddSingleton(new NotInClear("workshops_return_address"));
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        RoomEndpoints.Map(endpoints);
        IdeasFile.Map(endpoints);
    }
}
