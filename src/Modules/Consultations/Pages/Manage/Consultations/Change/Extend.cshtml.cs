using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;

namespace Diapason.Consultations.Pages.Manage.Consultations.Change;

/// <summary>Gives an open campaign more days.</summary>
internal sealed class ExtendModel(ICampaigns campaigns, CurrentCouncil council, ExtendCampaign extend, TimeProvider clock) : LastDayModel(campaigns, council, clock)
{
    protected override PageLink Itself(Guid id) => ConsultationsLinks.Extend(id);

    protected override string Done => "extended";

    protected override Task<Outcome> ChangeAsync(Guid id, DateOnly lastDay, CancellationToken cancel) => extend.RunAsync(id, lastDay, cancel);
}
