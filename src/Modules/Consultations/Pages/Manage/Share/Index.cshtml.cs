using Diapason.Consultations.Contracts;
using Diapason.Consultations.Reaching;
using Diapason.Platform.Councils;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Share;

/// <summary>What to pass on so that people hear of the open consultations: address, last day, and a message in each language.</summary>
internal sealed class ShareModel(ICampaigns campaigns, IEnumerable<IMissingGroups> missing, CurrentCouncil council, CampaignAddresses addresses, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    public IReadOnlyList<CampaignFacts> Open { get; private set; } = [];

    /// <summary>By campaign, the groups that are missing; none where no population is known.</summary>
    public IReadOnlyDictionary<CampaignId, IReadOnlyList<MissingGroup>> Missing { get; private set; } = new Dictionary<CampaignId, IReadOnlyList<MissingGroup>>();

    /// <summary>This person keeps the links of associations.</summary>
    public bool KeepsLinks { get; private set; }

    public IReadOnlyList<string> Languages => council.Languages;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Open = CampaignFacts.InOrder((await campaigns.AllAsync(council.Id, cancel)).Where(c => c.StateAt(now) == CampaignState.Open));
        Missing = await MissingAsync(cancel);
        KeepsLinks = (await authorization.AuthorizeAsync(User, null, LinksPolicy.Author)).Succeeded;
    }

    private async Task<Dictionary<CampaignId, IReadOnlyList<MissingGroup>>> MissingAsync(CancellationToken cancel)
    {
        var groups = new Dictionary<CampaignId, IReadOnlyList<MissingGroup>>();
        foreach (var campaign in Open)
            foreach (var module in missing)
                if (await module.OfAsync(campaign, cancel) is { Count: > 0 } found) groups[campaign.Id] = found;
        return groups;
    }

    public string Address(CampaignFacts campaign, string language) => addresses.Of(Request, campaign, language, null);

    public string Poster(CampaignFacts campaign, string language, string paper) => addresses.Here(Request, ConsultationsLinks.Poster(campaign.Slug, null).With("paper", paper), language);

    public string Message(CampaignFacts campaign, string language) => ReadyText.Of(campaign, language, Address(campaign, language));
}
