using Diapason.Learning.Board;
using Diapason.Learning.Contracts;
using Diapason.Learning.Days;
using Diapason.Learning.Front;
using Diapason.Learning.Interests;
using Diapason.Learning.Kit;
using Diapason.Learning.Pages;
using Diapason.Learning.Places;
using Diapason.Learning.Sessions;
using Diapason.Learning.Settling;
using Diapason.Needs.Contracts;
using Diapason.Platform.Access;
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

    public IEnumerable<StaffPage> StaffPages =>
    [
        new(Work.Train, "manage.title", "manage.use", LearningLinks.Sessions, LearningPolicy.Keeper),
        new(Work.Train, "lists.title", "lists.use", LearningLinks.Lists, LearningPolicy.Keeper),
        new(Work.Train, "board.title", "board.use", LearningLinks.Board, Policies.CouncilStaff),
        new(Work.Train, "rules.title", "rules.use", LearningLinks.Rules, LearningPolicy.Keeper),
    ];

    public IEnumerable<Door> Doors => [new(Door.Interest, LearningLinks.Interest)];

    public IEnumerable<KeptFor> Kept => [new("kept.places", null), new("kept.interests", null), new("kept.certificates", null)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<RazorPagesOptions>(Conventions.Apply);
        services.Configure<AuthorizationOptions>(LearningPolicy.Add);
        services.AddScoped<IKitPart, LearningKitPart>();
        services.AddScoped<IProgramme, LearningProgramme>().AddScoped<ISearchable, LearningSearch>().AddScoped<INotebook, LearningNotebook>().AddScoped<IStaffDesk, LearningDesk>().AddScoped<IStaffDesk, SessionsDesk>();
        services.AddScoped<IAuditSubjects, SessionSubjects>();
        services.AddScoped<IStepSessions, SessionsOfSteps>();
        services.AddSingleton<OpenSessions>();
        services.AddScoped<ReadSessions>().AddScoped<SessionWords>().AddScoped<SheetWords>();
        services.AddScoped<SaveSession>().AddScoped<OpenSession>().AddScoped<CancelSession>().AddScoped<ReadRules>();
        services.AddSingleton(PlaceCode.OfPlaces).AddScoped<PlaceCode>().AddScoped<ICodeHolder, PlaceCode>();
        services.AddSingleton(new ErasedByPeople("learning_registration", "id"));
        services.AddSingleton<SeatBook>().AddScoped<SignUp>().AddScoped<AnswerForPlace>().AddScoped<PlaceSeals>();
        services.AddScoped<LetterLinks>().AddScoped<PlaceLetters>();
        services.AddScoped<IJob, SendLetters>().AddScoped<IJob, TurnPlaces>().AddScoped<IJob, ErasePlaces>();
        services.AddSingleton(new ErasedByPeople("learning_interest", "id"));
        services.AddScoped<LeaveInterest>().AddScoped<ReadLists>().AddScoped<TurnList>().AddScoped<InterestSeals>().AddScoped<PostOfLists>().AddScoped<SettleRules>();
        services.AddScoped<IJob, CloseLists>().AddScoped<IJob, TellLists>().AddScoped<IJob, ConfirmRequests>();
        services.AddScoped<MarkAttendance>().AddScoped<AddWhoCame>().AddScoped<SayWhatOneThought>().AddScoped<GiveCertificate>().AddScoped<ReadBoard>().AddScoped<ReadUnserved>().AddScoped<ReadReport>();
        // Two copies compared would say whose opinion came between them.
        services.AddSingleton(new NotInClear("learning_feedback"));
        services.AddSingleton(new ErasedByPeople("learning_certificate", "code"));
        services.AddScoped<IJob, RemindPeople>().AddScoped<IJob, EraseCertificates>();
    }
}
