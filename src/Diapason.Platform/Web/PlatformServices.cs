using System.Text.Encodings.Web;
using System.Text.Unicode;
using Diapason.Platform.Access;
using Diapason.Platform.Audit;
using Diapason.Platform.Backstage;
using Diapason.Platform.Backups;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Front;
using Diapason.Platform.Jobs;
using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Diapason.Platform.Machine;
using Diapason.Platform.Machine.Alerts;
using Diapason.Platform.Mail;
using Diapason.Platform.Metering;
using Diapason.Platform.Modules;
using Diapason.Platform.Outbox;
using Diapason.Platform.Privacy;
using Diapason.Platform.Search;
using Diapason.Platform.Security;
using Diapason.Platform.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Diapason.Platform.Web;

/// <summary>Registers the platform and every module of the host's list.</summary>
public static class PlatformServices
{
    /// <summary>The largest request accepted, in bytes: a form with a very long text is answered by the form itself, not cut. Two million
    /// accented letters make twelve megabytes once encoded.</summary>
    private const int LargestRequest = 16 << 20;

    public static WebApplicationBuilder AddPlatform(this WebApplicationBuilder builder, IReadOnlyList<IModule> all)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        var modules = InstalledModules.Of(all, configuration);
        var secure = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        QuietLogs.Apply(builder.Logging);
        services.TryAddSingleton(MovedClock.Of(configuration, builder.Environment));
        services.AddSingleton(new ModuleCatalog(modules));
        services.AddSingleton(typeof(Texts<>));
        services.AddHttpContextAccessor();
        AddData(services);
        services.AddScoped<SeasonProgramme>().AddScoped<PersonNotebook>().AddScoped<DeviceCodes>().AddScoped<Desk>().AddScoped<HouseSearch>().AddSingleton<SearchShelf>();
        AddSecurity(services, configuration, secure);
        services.AddSingleton<SecretCodes>().AddSingleton<WrongCodes>().AddScoped<FindCodeKind>();
        services.AddRateLimiter(options => RateLimits.Add(options, configuration));
        AddPages(services).ConfigureApplicationPartManager(parts => InstalledModules.LeaveOutPages(parts, all.Except(modules)));
        services.Configure<FormOptions>(form => (form.ValueLengthLimit, form.ValueCountLimit) = (LargestRequest, 2048));
        services.Configure<KestrelServerOptions>(kestrel => (kestrel.Limits.MaxRequestBodySize, kestrel.AddServerHeader) = (LargestRequest, false));
        services.AddSingleton<IResponseCompressionProvider, CompressNoSecret>();
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        DrawnPages.Add(services);
        services.AddHsts(hsts => (hsts.MaxAge, hsts.IncludeSubDomains) = (TimeSpan.FromDays(365), configuration["Diapason:HstsSubdomains"] == "true"));
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database", timeout: TimeSpan.FromSeconds(5));
        if (OtlpSettings.AreSet(configuration)) SendMeasures.Add(services, configuration);
        foreach (var module in modules) module.AddServices(services, configuration);
        services.AddScoped<IStartupCheck, MovedClock.Check>().AddScoped<IStartupCheck, ProgramFolder.Check>().AddScoped<IStartupCheck, SettingsCheck>();
        return builder;
    }

    private static void AddData(IServiceCollection services)
    {
        services.AddSingleton<DatabaseChoice>();
        services.AddPooledDbContextFactory<DiapasonDb>((provider, options) =>
        {
            provider.GetRequiredService<DatabaseChoice>().Configure(options);
            options.AddInterceptors(provider.GetRequiredService<WritesSeen>());
        });
        services.Replace(ServiceDescriptor.Scoped(OfTheScope));
        services.AddSingleton<Migrator>();
        services.AddSingleton<GroupCommit>().AddSingleton<WriteAheadLog>().AddScoped<IJob, EmptyWriteAheadLog>().AddScoped<IJob, VacuumErased>();
        services.AddSingleton<CouncilDirectory>();
        services.AddScoped<CurrentCouncil>().AddScoped<ChangeCouncil>().AddScoped<IAuditSubjects, CouncilSubjects>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<EventOutbox>();
        services.AddScoped<IJob, DispatchOutbox>();
        services.AddSingleton<SteadyTime>().AddHostedService<JobRunner>();
        services.AddScoped<ReadMachine>().AddScoped<IStaffDesk, MachineDesk>().AddSingleton<ReadCertificate>().AddScoped<IJob, AskCertificate>().AddScoped<IJob, TellTroubles>().AddSingleton<RecentErrors>().AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<RecentErrors>());
        services.AddSingleton<Mailer>();
        services.AddSingleton<PublicAddress>();
        services.AddScoped<LoadKit>().AddSingleton<KitSentences>();
        services.AddScoped<ICommandVerb, LoadKitVerb>();
        services.AddBackups();
        services.AddSingleton<Installation>();
        services.AddSingleton<IHostLifetime, StopOnceStarted>();
    }

    /// <summary>The context of a request, or of a job that names its councils one by one: it follows the scope's council.</summary>
    private static DiapasonDb OfTheScope(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<IDbContextFactory<DiapasonDb>>().CreateDbContext();
        var council = scope.GetRequiredService<CurrentCouncil>();
        db.BelongTo(() => council.OrNull?.Id);
        return db;
    }

    private static void AddSecurity(IServiceCollection services, IConfiguration configuration, CookieSecurePolicy secure)
    {
        KeyRing.Add(services, configuration);
        services.AddScoped<IAuthorizationHandler, HoldsRoleHandler>();
        services.AddAuthorization().AddOptions<AuthorizationOptions>().Configure<ModuleCatalog>(Policies.Add);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = HouseCookies.Form;
            options.Cookie.Path = "/";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = secure;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = HouseCookies.Typed;
            options.Cookie.Path = "/";
            options.Cookie.IsEssential = true;
        });
        services.Configure<CookiePolicyOptions>(options =>
        {
            options.HttpOnly = Microsoft.AspNetCore.CookiePolicy.HttpOnlyPolicy.Always;
            options.Secure = secure;
            options.MinimumSameSitePolicy = SameSiteMode.Lax;
            if (secure == CookieSecurePolicy.Always) HostCookies.Name(options);
        });
    }

    private static IMvcBuilder AddPages(IServiceCollection services)
    {
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(
            UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.LatinExtendedA, UnicodeRanges.GeneralPunctuation));
        services.AddRouting(routing => (routing.LowercaseUrls, routing.AppendTrailingSlash) = (true, false));
        return services.AddRazorPages()
            .AddMvcOptions(mvc =>
            {
                mvc.ModelBinderProviders.Insert(0, new LanguageNeutralBinder.Provider());
                // Names of jQuery's objects (a[b]) are none of ours, and one cut short would break the page in an error that quotes what was sent.
                mvc.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
                mvc.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
                mvc.Filters.Add(new UnansweredMethods());
                mvc.Filters.Add<ToldOnce>();
                mvc.Filters.Add(new StaleForm());
                mvc.Filters.Add<UnsavedForm>();
                ModelTexts.Apply(mvc.ModelBindingMessageProvider);
            })
            .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (type, _) => new CatalogLocalizer(TextCatalog.Of(type.Assembly)));
    }
}
