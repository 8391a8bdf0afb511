using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Fieldwork;

/// <summary>The council's campaigns that are not over: to be tried, then answered on paper or by phone.</summary>
internal sealed class IndexModel(ICampaigns campaigns, CurrentCouncil council, TimeProvider clock) : PageModel
{
    public IReadOnlyList<CampaignFacts> Campaigns { get; private set; } = [];

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync() =>
        Campaigns = [.. (await campaigns.AllAsync(council.Id, HttpContext.RequestAborted)).Where(c => c.StateAt(Now) != CampaignState.Closed).OrderBy(c => c.ClosesAt ?? DateTime.MaxValue)];
}
