using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Reaching;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Links;

/// <summary>All that an association is given: its address, its posters, a text in each language, a letter to its person.</summary>
internal sealed class GiveModel(ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, CampaignAddresses addresses) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    public AssociationLink Link { get; private set; } = null!;

    public IReadOnlyList<string> Languages => council.Languages;

    public string Address(string language) => addresses.Of(Request, Facts, language, Link.Code);

    public string Poster(string language, string paper) => addresses.Of(Request, ConsultationsLinks.Poster(Facts.Slug, Link.Code).With("paper", paper), language);

    public string Text(string language) => ReadyText.Of(Facts, language, Address(language));

    public string Letter(string language) =>
        ReadyLetter.Mailto(Link.Email, ReadyText.Letter(Facts, language, new ReadyLetter([], Address(language), council.Value.Name.In(language))));

    public async Task<IActionResult> OnGetAsync(Guid id, string code, CancellationToken cancel)
    {
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), cancel) is not { } facts) return NotFound();
        if (await db.Set<AssociationLink>().AsNoTracking().SingleOrDefaultAsync(l => l.CampaignId == id && l.Code == code, cancel) is not { } link) return NotFound();
        (Facts, Link) = (facts, link);
        return Page();
    }
}
