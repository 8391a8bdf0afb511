using Diapason.Learning.Contracts;
using Diapason.Learning.Front;
using Diapason.Learning.Kit;
using Diapason.Learning.Pages;
using Diapason.Learning.Places;
using Diapason.Learning.Sessions;
using Diapason.Learning.Settling;
using Diapason.Platform.Audit;
using Diapason.Platform.Backups;
using Diapason.Platform.Jobs;
using Diapason.Platform.Kits;
using Diapason.Platform.Modules;
using Diapason.Platform.Privacy;
using Diapason.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Learning;

/// <summary>Learning: from a need to a seat in a session, and back to what is still missing.</summary>
public sealed class LearningModule : IModule
{
    public string Name => "learning";

    public IEnumerable<StaffPage> StaffPages => [new(Work.Train, "manage.title", "manage.use", LearningLinks.Sessions, LearningPolicy.Keeper)];

    public IEnumerable<KeptFor> Kept => [new("kept.places", null)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<RazorPagesOptions>(Conventions.Apply);
        services.Configure<AuthorizationOptions>(LearningPolicy.Add);
        services.AddScoped<IKitPart, LearningKitPart>();
        services.AddScoped<IProgramme, LearningProgramme>().AddScoped<ISearchable, LearningSearch>().AddScoped<INotebook, LearningNotebook>();
        services.AddScoped<IAuditSubjects, SessionSubjects>();
        services.AddSingleton<OpenSessions>();
        services.AddScoped<ReadSessions>().AddScoped<SessionWords>();
        services.AddScoped<SaveSession>().AddScoped<OpenSession>().AddScoped<CancelSession>().AddScoped<ReadRules>();
        services.AddSingleton(PlaceCode.OfPlaces).AddScoped<PlaceCode>().AddScoped<ICodeHolder, PlaceCode>();
        services.AddSingleton(new ErasedByPeople("learning_registration", "id"));
        services.AddSingleton<SeatBook>().AddScoped<SignUp>().AddScoped<AnswerForPlace>().AddScoped<PlaceSeals>();
        services.AddScoped<LetterLinks>().AddScoped<PlaceLetters>();
        services.AddScoped<IJob, SendLetters>().AddScoped<IJob, TurnPlaces>().AddScoped<IJob, ErasePlaces>();
    }
}
