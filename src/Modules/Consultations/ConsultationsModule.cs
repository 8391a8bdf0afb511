using Diapason.Consultations.Answering;
using Diapason.Consultations.Apart;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Collecting;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Exports;
using Diapason.Consultations.Exports.TwoPeople;
using Diapason.Consultations.Following;
using Diapason.Consultations.Front;
using Diapason.Consultations.Images;
using Diapason.Consultations.Interests;
using Diapason.Consultations.Invitations;
using Diapason.Consultations.Jobs;
using Diapason.Consultations.Kit;
using Diapason.Consultations.Pages;
using Diapason.Consultations.Paper;
using Diapason.Consultations.Pretesting;
using Diapason.Consultations.Reaching;
using Diapason.Consultations.Retention;
using Diapason.Consultations.Running;
using Diapason.Consultations.Shell;
using Diapason.Consultations.Targets;
using Diapason.Consultations.Writing;
using Diapason.Platform.Access;
using Diapason.Platform.Audit;
using Diapason.Platform.Backups;
using Diapason.Platform.Councils;
using Diapason.Platform.Jobs;
using Diapason.Platform.Kits;
using Diapason.Platform.Machine;
using Diapason.Platform.Modules;
using Diapason.Platform.Privacy;
using Diapason.Platform.Security;
using Diapason.Platform.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Consultations;

/// <summary>The consultations module's manifest.</summary>
public sealed class ConsultationsModule : IModule
{
    public string Name => "consultations";

    public IEnumerable<StaffPage> StaffPages =>
    [
        new(Work.Listen, "manage.title", "manage.use", ConsultationsLinks.Manage, CampaignRights.Reader),
        new(Work.Listen, "writing.title", "writing.use", ConsultationsLinks.Questionnaires, WritingPolicy.Reader),
        new(Work.Listen, "fieldwork.title", "fieldwork.use", ConsultationsLinks.Fieldwork, FieldworkPolicy.Name),
        new(Work.Listen, "share.title", "share.use", ConsultationsLinks.Share, Policies.Backstage),
    ];

    public IEnumerable<DeviceCookie> Cookies =>
    [
        new(LiveCampaign.CookiePrefix, "cookie.answers", ResponseCookie.Kept), new(ResponseCookie.Sent, "cookie.sent", ResponseCookie.SentFor), new(BegunCookie.Prefix, "cookie.begun", ResponseCookie.Kept),
        new(InvitationPasses.CookiePrefix, "cookie.invitation", InvitationPasses.Kept), new(PretestVisits.CookiePrefix, "cookie.pretest", PretestVisits.Kept),
    ];

    public IEnumerable<KeptFor> Kept => [new("kept.drafts", EraseAbandonedDrafts.Kept), new("kept.pretest", null), new("kept.previews", EraseAbandonedDrafts.PreviewKept), new("kept.sheets", null), new("kept.collected", null), new("kept.source", null), new("kept.sendings", null), new("kept.watched", null), new("kept.contacts", null), new("kept.addresses", TimeSpan.FromDays(InvitationList.MostDays)), new("kept.interests", null)];

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ExportEndpoints.Map(endpoints);
        LinkEndpoints.Map(endpoints);
        InvitationEndpoints.Map(endpoints);
        DraftFileEndpoint.Map(endpoints);
        ImageEndpoint.Map(endpoints);
        CollectingEndpoints.Map(endpoints);
        TargetEndpoints.Map(endpoints);
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<CampaignDirectory>();
        services.AddSingleton<ICampaigns>(provider => provider.GetRequiredService<CampaignDirectory>());
        services.AddSingleton<ISubmittedAnswers, SubmittedAnswers>().AddSingleton<IAdmitAnswers, AdmitAnswers>();
        services.AddScoped<IMyAnswers, MyAnswersByCookie>();
        services.AddSingleton<ResponseStore>().AddSingleton<NewCodes>().AddSingleton<BegunCookie>();
        services.AddSingleton<SavePage>();
        services.AddSingleton<CampaignLock>().AddSingleton<Tray>().AddSingleton<PutInTray>().AddSingleton<SetApart>().AddSingleton<SubmitAnswers>().AddSingleton<CountLastAnswers>();
        services.AddSingleton<EraseAnswers>();
        services.AddSingleton(new ErasedByPeople("consultations_response", "resume_hash")).AddSingleton(new NotInClear("consultations_response", "sequence")).AddSingleton(new NotInClear("consultations_tally"));
        services.AddSingleton<Receipts>();
        services.AddSingleton(AnswerCodes.Resume).AddSingleton(AnswerCodes.Receipt).AddSingleton<ICodeHolder, ResumeCodes>().AddSingleton<ICodeHolder, ReceiptCodes>();
        services.AddScoped<Visits>();
        PretestServices.Add(services);
        PaperServices.Add(services);
        CollectingServices.Add(services);
        services.AddScoped<PlaceCampaigns>().AddScoped<OpenCampaign>().AddScoped<ExtendCampaign>().AddScoped<CloseCampaign>().AddScoped<IAuditSubjects, CampaignSubjects>();
        services.AddScoped<AnswerRows>().AddScoped<AnswerTables>().AddScoped<WriteCodebook>().AddScoped<WriteDdi>().AddScoped<WriteRScript>().AddScoped<WriteAnswerLines>().AddScoped<WriteExport>().AddScoped<TakeAnswersAway>();
        services.AddScoped<FileRule>().AddScoped<AskForFile>().AddScoped<DecideOnFile>().AddScoped<IJob, ForgetFileRequests>().AddScoped<IPersonalData, RequestsPersonalData>().AddScoped<IStaffDesk, FilesDesk>();
        services.AddScoped<KeepLinks>().AddScoped<OpenLinkPage>().AddScoped<FindLink>().AddScoped<NameGroups>().AddSingleton<CampaignAddresses>().AddScoped<ReadField>().AddScoped<FieldFigures>();
        services.Configure<AuthorizationOptions>(LinksPolicy.Add).Configure<AuthorizationOptions>(CampaignRights.Add);
        services.AddScoped<CampaignRunners>().AddScoped<GiveCampaign>().AddScoped<IAuthorizationHandler, OnCampaignHandler>().AddScoped<IPersonalData, RunnersPersonalData>();
        services.AddScoped<IProgramme, ConsultationsProgramme>().AddScoped<INotebook, ConsultationsNotebook>().AddScoped<IStaffDesk, ConsultationsDesk>().AddScoped<IStaffDesk, RetentionDesk>().AddScoped<IStaffDesk, ApartDesk>().AddScoped<IStaffDesk, RunningDesk>().AddScoped<IStaffDesk, TargetsDesk>().AddScoped<ISearchable, ConsultationsSearch>();
        services.AddScoped<IJob, CloseDueCampaigns>().AddScoped<IJob, EraseAbandonedDrafts>().AddScoped<IJob, DestroyDueAnswers>().AddScoped<IJob, ForgetUnusedImages>();
        InvitationServices.Add(services);
        services.AddSingleton<InterestSeals>().AddSingleton<AskedOften>().AddSingleton<WaitingInterests>().AddScoped<AskForResults>().AddScoped<ConfirmInterest>().AddScoped<TakeInterestsAway>();
        services.AddScoped<IJob, TellResults>().AddScoped<IJob, DestroyDueInterests>().AddSingleton(new ErasedByPeople("consultations_interest", "id"));
        services.AddScoped<KeepTargets>().AddScoped<ReadTargets>().AddScoped<TargetWords>();
        services.AddScoped<ReadApart>().AddScoped<JudgeGroup>().AddSingleton<IMachineCount, AnswersToJudge>().AddSingleton<IMachineCount, DraftsUnderWay>();
        services.AddScoped<DestroyAnswers>().AddScoped<IKeptPromises, PromisesMade>();
        services.Configure<RazorPagesOptions>(Conventions.Apply);
        services.AddScoped<IKitPart, ConsultationsPart>().AddScoped<ICommandVerb, FormVerb>().AddScoped<ICommandVerb, AnswersVerb>();
        services.Configure<AuthorizationOptions>(WritingPolicy.Add);
        services.AddScoped<WritingRules>().AddScoped<FindDraft>().AddScoped<KeepRevision>().AddScoped<ChangeDraft>().AddScoped<StepDraft>().AddScoped<ArchiveDraft>().AddScoped<TakeQuestions>().AddScoped<IKitPart, BankPart>().AddScoped<StartDraft>().AddScoped<DraftWords>().AddScoped<DifferenceWords>().AddScoped<ReadHistory>().AddScoped<RuleWords>().AddScoped<KeepImages>().AddScoped<SentImages>().AddScoped<ReadImport>();
        services.AddScoped<KeepVersion>().AddScoped<ChangeWords>().AddScoped<PlanCampaign>().AddScoped<IAuditSubjects, QuestionnaireSubjects>().AddScoped<IAuditFields, QuestionnaireFields>();
    }
}
