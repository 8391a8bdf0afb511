using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Consultations.Change;

/// <summary>Closes a campaign before its day, after having said what it means.</summary>
internal sealed class CloseModel(ICampaigns campaigns, CurrentCouncil council, CloseCampaign close) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await campaigns.FindAsync(new CampaignId(id), HttpContext.RequestAborted) is not { } facts || facts.CouncilId != council.Id) return NotFound();
        Facts = facts;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id) => await close.RunAsync(id, HttpContext.RequestAborted) switch
    {
        ChangeOutcome.Absent => NotFound(),
        ChangeOutcome.Done => this.SeeOther(ConsultationsLinks.ManageCampaign(id).With("done", "closed")),
        _ => this.SeeOther(ConsultationsLinks.ManageCampaign(id).With("done", "already")),
    };
}
