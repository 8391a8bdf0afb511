using Diapason.Consultations.Contracts;
using Diapason.Platform.Access;
using Diapason.Platform.Jobs;
using Diapason.Platform.Kits;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;
using Diapason.Studies.Contracts;
using Diapason.Studies.Coverage;
using Diapason.Studies.Following;
using Diapason.Studies.Frames;
using Diapason.Studies.Front;
using Diapason.Studies.Groups;
using Diapason.Studies.Keeping;
using Diapason.Studies.Kit;
using Diapason.Studies.Portraits;
using Diapason.Studies.Publishing;
using Diapason.Studies.Reporting;
using Diapason.Studies.Watching;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Studies;

/// <summary>The studies module's manifest: the portrait, who has answered, and the follower that computes both.</summary>
public sealed class StudiesModule : IModule
{
    public string Name => "studies";

    public IEnumerable<StaffPage> StaffPages =>
    [
        new(Work.Listen, "coverage.title", "coverage.use", StudiesLinks.Coverage, Policies.CouncilAnalyst),
        new(Work.Understand, "programme.title", "programme.use", StudiesLinks.Portrait, Policies.Backstage),
    ];

    public IEnumerable<Door> Doors => [new(Door.Portrait, StudiesLinks.Portrait), new(Door.Coverage, StudiesLinks.Coverage), new(Door.Groups, new PageLink("/Manage/Groups/Choose"))];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IKitPart, StudiesKitPart>();
        services.AddSingleton<StudyShelf>();
        services.AddSingleton<PortraitViews>();
        services.AddSingleton<PastEditions>().AddScoped<FindPortrait>();
        services.AddSingleton<FollowingLog>();
        services.AddSingleton<NoiseSecrets>().AddScoped<PublicationStore>().AddScoped<PublishCampaign>();
        services.AddScoped<PublishEditions>().AddScoped<IJob>(provider => provider.GetRequiredService<PublishEditions>());
        services.AddScoped<IAnswerWeights, AnswerWeights>().AddScoped<IFigureMeanings, FigureMeanings>().AddScoped<IKeepFigures, KeepPortrait>();
        services.AddScoped<IProgramme, StudiesProgramme>().AddScoped<IStaffDesk, StudiesDesk>().AddScoped<ISearchable, StudiesSearch>();
        services.AddSingleton<GroupCounts>().AddScoped<CountGroups>().AddScoped<ChooseGroups>().AddScoped<IMissingGroups, NameMissingGroups>();
        services.AddSingleton<ISayCounts, SayCounts>().AddSingleton<IWatchSendings, WatchSendings>();
        services.AddHostedService<FollowAnswers>();
        services.Configure<RazorPagesOptions>(Pages.Conventions.Add);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => PortraitFiles.Map(endpoints);
}
