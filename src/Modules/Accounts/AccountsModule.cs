using Diapason.Accounts.Contracts;
using Diapason.Accounts.Data;
using Diapason.Accounts.Demonstration;
using Diapason.Accounts.Email;
using Diapason.Accounts.Front;
using Diapason.Accounts.Members;
using Diapason.Accounts.Mine;
using Diapason.Accounts.Notices;
using Diapason.Accounts.Organisations;
using Diapason.Accounts.Pages;
using Diapason.Accounts.Passkeys;
using Diapason.Accounts.Provider;
using Diapason.Accounts.SecondStep;
using Diapason.Accounts.SignIn;
using Diapason.Accounts.Trail;
using Diapason.Platform.Access;
using Diapason.Platform.Audit;
using Diapason.Platform.Backups;
using Diapason.Platform.Jobs;
using Diapason.Platform.Machine.Alerts;
using Diapason.Platform.Modules;
using Diapason.Platform.Outbox;
using Diapason.Platform.Privacy;
using Diapason.Platform.Startup;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Accounts;

/// <summary>The accounts module's manifest: people, organisations, memberships and roles.</summary>
public sealed class AccountsModule : IModule
{
    public string Name => "accounts";

    public IEnumerable<StaffPage> StaffPages =>
    [
        new(Work.Council, "settings.title", "settings.use", AccountsLinks.Settings, Policies.CouncilAdministrator),
        new(Work.Council, "members.title", "members.use", AccountsLinks.Members, Policies.CouncilAdministrator),
        new(Work.Council, "organisations.title", "organisations.use", AccountsLinks.Organisations, Policies.CouncilAdministrator),
        new(Work.Council, "organisation_mine.title", "organisation_mine.use", AccountsLinks.MyOrganisation, Policies.ForOrganisation),
        new(Work.Promises, "audit.title", "audit.use", AccountsLinks.AuditTrail, Policies.CouncilAdministrator),
    ];

    public IEnumerable<Door> Doors => [new(Door.Settings, AccountsLinks.Settings)];

    public IEnumerable<DeviceCookie> Cookies => [new(AccountPrincipal.Scheme, "cookie.account", null), new(PendingSignIn.Scheme, "cookie.second", null)];

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => ProviderEndpoint.Map(endpoints);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        AddIdentity(services);
        services.AddScoped<CheckPassword>().AddScoped<CheckPasswordInSession>().AddScoped<SignInWithPassword>().AddScoped<RequestSignInLink>().AddScoped<NewSignInLink>().AddScoped<UseSignInLink>();
        services.AddSingleton<SignInAddresses>().AddScoped<Landing>().AddSingleton<RoleChoices>();
        services.AddScoped<ChooseName>().AddScoped<ChoosePassword>().AddScoped<JudgePassword>().AddScoped<ExportMyData>().AddScoped<EraseMyAccount>();
        services.AddScoped<OpenAccount>().AddScoped<CouncilAdministrators>().AddScoped<InviteMember>().AddScoped<InviteAgain>().AddScoped<ChangeRole>().AddScoped<RemoveMember>();
        services.AddScoped<RenameOrganisation>();
        services.AddScoped<INotebook, AccountsNotebook>().AddScoped<IStaffDesk, AccountsDesk>();
        services.AddScoped<ReadTrail>().AddScoped<IAuditSubjects, AccountSubjects>().AddScoped<IAuditSubjects, OrganisationSubjects>().AddScoped<IAuditFields, CouncilFields>();
        services.AddEventHandler<SignInLinkRequested, SendSignInLink>().AddEventHandler<SecurityNotice, SendSecurityNotice>().AddEventHandler<ClockJumped, TellAdministrators>().AddEventHandler<ClockNotice, SendClockNotice>().AddEventHandler<MachineTroubled, TellOfTrouble>().AddEventHandler<TroubleNotice, SendTroubleNotice>().AddScoped<TellOwner>().AddScoped<TellFormerAddress>();
        services.AddEventHandler<NewEmailAsked, SendNewEmailLink>().AddScoped<AskForNewEmail>().AddScoped<ChangeEmail>();
        services.AddScoped<IJob, EraseSpentLinks>().AddScoped<IJob, EraseOldSessions>();
        services.AddScoped<IPersonalData, AccountsPersonalData>().AddScoped<IStaffNames, StaffNames>();
        // Put back, they would open again what was ended, and serve again what has served.
        services.AddSingleton(new NotInBackups("accounts_session")).AddSingleton(new NotInBackups("accounts_sign_in_link")).AddSingleton(new NotInBackups("accounts_email_change"));
        services.AddSingleton(new MadeAtStart("accounts_decoy"));
        services.AddSingleton(new ErasedByPeople("accounts_user", "id", ("accounts_membership", "user_id"), ("accounts_second_factor", "user_id"), ("accounts_recovery_code", "user_id"), ("accounts_passkey", "user_id")));
        services.AddSingleton(new ErasedByPeople("accounts_membership", "id")).AddSingleton(new ErasedByPeople("accounts_recovery_code", "id")).AddSingleton(new ErasedByPeople("accounts_passkey", "id"));
        services.AddScoped<IDemonstration, DemonstrationAccounts>();
        services.AddScoped<IStartupCheck, RefuseDemonstrationAccounts>().AddScoped<IStartupCheck, SecondFactorRule.Check>();
        services.AddScoped<ICommandVerb, CreateAdministrator>().AddScoped<ICommandVerb, ResetSecondFactorVerb>();
        services.AddSingleton<SecondFactorRule>().AddScoped<CheckSecondFactor>().AddScoped<PendingSignIn>().AddScoped<PassSecondStep>().AddScoped<NewRecoveryCodes>().AddScoped<EnrolSecondFactor>().AddScoped<ResetSecondFactor>();
        PasskeyServices.Add(services);
        ProviderScheme.Add(services, configuration);
        services.Configure<RazorPagesOptions>(Conventions.Apply);
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new AskFreshSignIn()));
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
        {
            options.User.RequireUniqueEmail = true;
            // The address is the user name: Identity's own list of characters would refuse some addresses.
            options.User.AllowedUserNameCharacters = "";
        }).AddUserStore<AccountStore>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordWork.Iterations);
        services.AddScoped<AccountPrincipal>().AddScoped<SessionRows>().AddSingleton<FreshSignIn>().AddSingleton<IFreshSignIn>(provider => provider.GetRequiredService<FreshSignIn>()).AddScoped<ProveAgain>().AddScoped<Session>().AddScoped<EndMySessions>().AddScoped<EndSessionsOf>();
        AccountCookie.Add(services);
    }
}
