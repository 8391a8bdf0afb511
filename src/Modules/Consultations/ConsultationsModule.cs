using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Kit;
using Diapason.Platform.Kits;
using Diapason.Platform.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Consultations;

/// <summary>The consultations module's manifest.</summary>
public sealed class ConsultationsModule : IModule
{
    public string Name => "consultations";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<CampaignDirectory>();
        services.AddSingleton<ICampaigns>(provider => provider.GetRequiredService<CampaignDirectory>());
        services.AddSingleton<ISubmittedAnswers, SubmittedAnswers>();
        services.AddScoped<IMyAnswers, MyAnswersByCookie>();
        services.AddSingleton<ResponseStore>();
        services.AddSingleton<SubmitAnswers>();
        services.AddSingleton<EraseAnswers>();
        services.AddSingleton<Receipts>();
        services.AddScoped<Visits>();
        services.AddScoped<IKitPart, ConsultationsPart>();
    }
}
