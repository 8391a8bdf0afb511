using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Pretesting;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Security;

namespace Diapason.Consultations.Pages.Manage.Consultations;

/// <summary>A campaign's true pages, before it opens or after.</summary>
[FramedByHouse]
internal sealed class PreviewModel(CampaignDirectory campaigns, CurrentCouncil council, PreviewStore previews) : TruePagesModel(previews)
{
    protected override async Task<TruePages?> FindAsync(Guid id) =>
        await campaigns.FindLiveAsync(new CampaignId(id), HttpContext.RequestAborted) is { } campaign && campaign.Facts.CouncilId == council.Id
            ? new TruePages(campaign.Facts.Questionnaire, campaign.In(Languages.Current), campaign.Facts.Title.Here, page => ConsultationsLinks.Preview(id, page), ConsultationsLinks.ManageCampaign(id)) { CouncilId = council.Id, Campaign = campaign.Facts }
            : null;
}
