using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Consultations.Invitations;

/// <summary>Destroys the addresses of a campaign before their day, after having said what it means.</summary>
[FreshSignIn]
internal sealed class DestroyModel(ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, DestroyAddresses destroy) : InvitationsPage(campaigns, council)
{
    public int People { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await ShowAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id) =>
        await ShowAsync(id) ? this.Answer(await destroy.RunAsync(id, StaffMember.Of(User, Council.Id)?.AccountId, HttpContext.RequestAborted), ConsultationsLinks.Invitations(id).With("done", "destroyed")) : NotFound();

    private async Task<bool> ShowAsync(Guid id)
    {
        if (!await FindAsync(id)) return false;
        People = await db.Set<Invitation>().CountAsync(i => i.CampaignId == id, HttpContext.RequestAborted);
        return true;
    }
}
