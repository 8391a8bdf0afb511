using System.Globalization;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;

namespace Diapason.Consultations.Front;

/// <summary>Consultations to be found: those that opened by everyone, those to come by the people who prepare them.</summary>
internal sealed class ConsultationsSearch(ICampaigns campaigns, CurrentCouncil council, Texts<ConsultationsModule> texts, TimeProvider clock) : ISearchable
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async ValueTask<string> StampAsync(CancellationToken cancel) =>
        string.Join(' ', (await OursAsync(cancel)).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Id}{c.StateAt(Now)}{c.Title.ToJson()}{c.Purpose.ToJson()}")));

    public async ValueTask<IReadOnlyList<SearchDocument>> DocumentsAsync(CancellationToken cancel) => [.. (await OursAsync(cancel)).Select(Document)];

    private async Task<IEnumerable<CampaignFacts>> OursAsync(CancellationToken cancel) => (await campaigns.AllAsync(council.Id, cancel));

    private SearchDocument Document(CampaignFacts campaign)
    {
        var state = campaign.StateAt(Now);
        var isPlanned = state == CampaignState.Planned;
        return new SearchDocument
        {
            Kind = texts.InAll("search.campaign." + state.ToString().ToLowerInvariant()),
            Title = campaign.Title,
            Text = campaign.Purpose,
            Link = isPlanned ? ConsultationsLinks.ManageCampaign(campaign.Id.Value) : ConsultationsLinks.Start(campaign.Slug),
            Audience = isPlanned ? Policies.CouncilAnalyst : null,
            IsExpired = state == CampaignState.Closed,
        };
    }
}
