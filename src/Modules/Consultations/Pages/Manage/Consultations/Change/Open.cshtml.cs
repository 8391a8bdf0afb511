using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;

namespace Diapason.Consultations.Pages.Manage.Consultations.Change;

/// <summary>Opens a campaign, for the first time or again.</summary>
internal sealed class OpenModel(ICampaigns campaigns, CurrentCouncil council, OpenCampaign open, TimeProvider clock) : LastDayModel(campaigns, council, clock)
{
    protected override PageLink Itself(Guid id) => ConsultationsLinks.Open(id);

    protected override string Done => "opened";

    protected override Task<Outcome> ChangeAsync(Guid id, DateOnly lastDay, CancellationToken cancel) => open.RunAsync(id, lastDay, cancel);
}
