using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Web.Pages;

/// <summary>The home page: the council, the consultation in progress, the portrait, the next step.</summary>
public sealed class IndexModel(CurrentCouncil council, ICampaigns campaigns, TimeProvider clock) : PageModel
{
    public Council? Council { get; } = council.OrNull;

    /// <summary>The open campaign, or the last one when it is over; null for a council that never had one.</summary>
    public CampaignFacts? Campaign { get; private set; }

    public bool IsOpen { get; private set; }

    public CouncilSettings Settings => council.Settings;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Council is null) return;
        Campaign = await campaigns.LatestAsync(Council.Id, cancel);
        IsOpen = Campaign?.StateAt(clock.GetUtcNow().UtcDateTime) == CampaignState.Open;
    }
}
