using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Consultations.Invitations;

/// <summary>A page about the invitations of one campaign.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class InvitationsPage(ICampaigns campaigns, CurrentCouncil council) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    protected CurrentCouncil Council => council;

    protected async Task<bool> FindAsync(Guid id)
    {
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), HttpContext.RequestAborted) is not { } facts) return false;
        Facts = facts;
        ViewData["Title"] = facts.Title.Here;
        return true;
    }
}
