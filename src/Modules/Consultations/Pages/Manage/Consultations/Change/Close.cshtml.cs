using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Consultations.Change;

/// <summary>Closes a campaign before its day, after having said what it means.</summary>
internal sealed class CloseModel(ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, CloseCampaign close) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    /// <summary>Mails of a sending under way, which closing stops.</summary>
    public int Unsent { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await ShowAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id) =>
        await ShowAsync(id) ? this.Answer(await close.RunAsync(id, HttpContext.RequestAborted), ConsultationsLinks.ManageCampaign(id).With("done", "closed")) : NotFound();

    private async Task<bool> ShowAsync(Guid id)
    {
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), HttpContext.RequestAborted) is not { } facts) return false;
        Facts = facts;
        Unsent = await InvitationLists.UnderWayAsync(db, id, HttpContext.RequestAborted);
        return true;
    }
}
