using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;

namespace Diapason.Consultations.Pages.Manage.Consultations.Change;

/// <summary>Opens a campaign, for the first time or again.</summary>
internal sealed class OpenModel(ICampaigns campaigns, CurrentCouncil council, OpenCampaign open, Texts<ConsultationsModule> texts) : LastDayModel(campaigns, council, texts)
{
    protected override string Done => "opened";

    protected override string TooEarly => "change.day_past";

    protected override Task<ChangeOutcome> ChangeAsync(Guid id, DateOnly lastDay, CancellationToken cancel) => open.RunAsync(id, lastDay, cancel);
}
