using Diapason.Consultations.Contracts;
using Diapason.Needs.Authoring;
using Diapason.Needs.Contracts;
using Diapason.Needs.Front;
using Diapason.Needs.Kit;
using Diapason.Needs.Offers;
using Diapason.Needs.Pages.Manage.OfferKeeping;
using Diapason.Needs.Pages.NextSteps;
using Diapason.Needs.Paths;
using Diapason.Needs.Reference;
using Diapason.Needs.Shell;
using Diapason.Needs.Wording;
using Diapason.Platform.Access;
using Diapason.Platform.Audit;
using Diapason.Platform.Backups;
using Diapason.Platform.Jobs;
using Diapason.Platform.Kits;
using Diapason.Platform.Modules;
using Diapason.Platform.Privacy;
using Diapason.Platform.Security;
using Diapason.Platform.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Needs;

/// <summary>Needs: from what a person said to the needs behind it, and from those to the next steps.</summary>
public sealed class NeedsModule : IModule
{
    public string Name => "needs";

    public IEnumerable<StaffPage> StaffPages =>
    [
        new(Work.Train, "manage.title", "manage.use", NeedsLinks.Offer, Policies.CouncilStaff),
        new(Work.Train, "lexicon.title", "lexicon.use", NeedsLinks.Lexicon, OfferPolicy.Author),
        new(Work.Train, "programme.title", "programme.use", NeedsLinks.Start, Policies.Backstage),
    ];

    public IEnumerable<Door> Doors => [new(Door.NextSteps, NeedsLinks.Start)];

    public IEnumerable<DeviceCookie> Cookies => [new(CurrentPath.CookiePrefix, "cookie.path", null), new(PassingCookie.Prefix, "cookie.steps", PassingCookie.Kept)];

    public IEnumerable<KeptFor> Kept => [new("kept.paths", SavePath.Kept)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<RazorPagesOptions>(Conventions.Apply);
        services.AddScoped<IKitPart, NeedsKitPart>();
        services.AddScoped<IJob, EraseExpiredPaths>();
        services.AddScoped<IProgramme, NeedsProgramme>().AddScoped<INotebook, NeedsNotebook>().AddScoped<IStaffDesk, NeedsDesk>().AddScoped<ISearchable, NeedsSearch>();
        services.AddSingleton<WordsLibrary>().AddSingleton<ReferenceLibrary>().AddSingleton<KnownCouncils>();
        services.AddScoped<CurrentPath>().AddScoped<KeptCopies>().AddScoped<PassingCookie>();
        services.AddScoped<SavePath>().AddSingleton<ScatterPaths>();
        services.AddScoped<OpenPath>();
        services.AddSingleton(PathCode.OfPaths).AddScoped<ICodeHolder, PathCode>();
        services.AddScoped<ErasePath>();
        services.AddSingleton(new ErasedByPeople("needs_path", "id")).AddSingleton(new NotInClear("needs_path"));
        services.AddScoped<AnswersGiven>().AddScoped<IFollowUp, StepsAfterAnswers>();
        services.Configure<AuthorizationOptions>(OfferPolicy.Add);
        services.AddScoped<ReplaceReference>().AddScoped<HoldReference>().AddScoped<SaveEntry>().AddScoped<WithdrawEntry>().AddScoped<KeepUpload>().AddScoped<ReadEntryForm>();
        services.AddScoped<ReadOfferFile>().AddScoped<ImportOffer>();
        services.AddScoped<AudienceChoices>().AddScoped<EntryWords>().AddScoped<IAuditSubjects, OfferSubjects>().AddScoped<IAuditFields, OfferFields>();
        services.AddScoped<IOfferNames, ReadOfferNames>();
        services.AddScoped<StepWords>().AddScoped<LateWords>();
        services.AddScoped<ActWords>().AddScoped<BreachWords>();
        services.AddScoped<ICommandVerb, NeedsVerb>();
        services.AddScoped<KeepLexicon>().AddScoped<HoldLexicon>().AddScoped<SaveIdea>().AddScoped<RemoveIdea>().AddScoped<ReadLexiconFile>().AddScoped<ImportLexicon>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        DocumentEndpoints.Map(endpoints);
        OfferFileEndpoints.Map(endpoints);
    }
}
