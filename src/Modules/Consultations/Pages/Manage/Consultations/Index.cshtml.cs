using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Consultations;

/// <summary>The council's campaigns, latest first.</summary>
internal sealed class IndexModel(ICampaigns campaigns, CurrentCouncil council, TimeProvider clock) : PageModel
{
    public IReadOnlyList<CampaignFacts> Campaigns { get; private set; } = [];

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync() =>
        Campaigns = [.. (await campaigns.AllAsync(council.Id, HttpContext.RequestAborted)).OrderByDescending(c => c.OpensAt ?? DateTime.MaxValue)];
}
