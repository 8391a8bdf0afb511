using Diapason.Needs.Contracts;
using Diapason.Needs.Kit;
using Diapason.Needs.Offers;
using Diapason.Needs.Pages.NextSteps;
using Diapason.Needs.Paths;
using Diapason.Needs.Reference;
using Diapason.Platform.Jobs;
using Diapason.Platform.Kits;
using Diapason.Platform.Modules;
using Diapason.Platform.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Needs;

/// <summary>Needs: from what a person said to the needs behind it, and from those to the next steps.</summary>
public sealed class NeedsModule : IModule
{
    public string Name => "needs";

    public IEnumerable<MenuEntry> Menu => [new("menu.next_steps", NeedsLinks.Start.Page, 30)];

    public IEnumerable<Door> Doors => [new(Door.NextSteps, NeedsLinks.Start)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<RazorPagesOptions>(Conventions.Apply);
        services.AddScoped<IKitPart, NeedsKitPart>();
        services.AddScoped<IJob, EraseExpiredPaths>();
        services.AddSingleton<ReferenceLibrary>();
        services.AddScoped<CurrentPath>();
        services.AddScoped<SavePath>();
        services.AddScoped<OpenPath>();
        services.AddSingleton(PathCode.OfPaths).AddScoped<ICodeHolder, PathCode>();
        services.AddScoped<ErasePath>();
        services.AddScoped<AnswersGiven>();
        services.AddScoped<StepWords>();
        services.AddScoped<ActWords>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => DocumentEndpoints.Map(endpoints);
}
