using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Pages.Consultation;
using Diapason.Consultations.Reaching;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Links;

/// <summary>The posters of all the associations whose links lead somewhere, one a sheet, to be printed in one go.</summary>
internal sealed class PostersModel(ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, CampaignAddresses addresses) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    public IReadOnlyList<PosterSheet> Sheets { get; private set; } = [];

    public IReadOnlyList<string> Languages => council.Languages;

    public bool IsA4 => Request.Query["paper"] == "a4";

    public PageLink On(string paper) => ConsultationsLinks.Posters(Facts.Id.Value).With("paper", paper);

    public string In(string language) => addresses.Here(Request, On(IsA4 ? "a4" : "letter"), language);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), cancel) is not { } facts) return NotFound();
        Facts = facts;
        var links = await db.Set<AssociationLink>().AsNoTracking().Where(l => l.CampaignId == id && !l.IsRetired).OrderBy(l => l.Name).Select(l => new { l.Code, l.Name }).ToListAsync(cancel);
        Sheets = [.. links.Select(link => new PosterSheet(facts, council.Value, council.Settings.Contact, addresses.Of(Request, facts, null, link.Code), link.Name, IsA4) { Among = link.Code })];
        return Page();
    }
}
