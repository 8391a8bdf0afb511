using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;

namespace Diapason.Consultations.Pages.Manage.Consultations.Change;

/// <summary>Gives an open campaign more days.</summary>
internal sealed class ExtendModel(ICampaigns campaigns, CurrentCouncil council, ExtendCampaign extend, Texts<ConsultationsModule> texts) : LastDayModel(campaigns, council, texts)
{
    protected override string Done => "extended";

    protected override string TooEarly => "change.day_not_later";

    protected override Task<ChangeOutcome> ChangeAsync(Guid id, DateOnly lastDay, CancellationToken cancel) => extend.RunAsync(id, lastDay, cancel);
}
