using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Reaching;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Links;

/// <summary>All that an association is given: its address, its posters, a text in each language, a letter to its person, a page of its own.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class GiveModel(ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, OpenLinkPage open, CampaignAddresses addresses) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    public AssociationLink Link { get; private set; } = null!;

    public IReadOnlyList<string> Languages => council.Languages;

    public string Address(string language) => addresses.Of(Request, Facts, language, Link.Code);

    public string Poster(string language, string paper) => addresses.Here(Request, ConsultationsLinks.Poster(Facts.Slug, Link.Code).With("paper", paper), language);

    public string Text(string language) => ReadyText.Of(Facts, language, Address(language));

    public string Letter(string language) =>
        ReadyLetter.Mailto(Link.Email, ReadyText.Letter(Facts, language, new ReadyLetter([], Address(language), council.Value.Name.In(language))));

    /// <summary>The address of its own page, just made: shown once.</summary>
    public string? OwnPage { get; private set; }

    public bool IsClosed => Request.Query["done"] == "closed" && Link.PageHash is null;

    public async Task<IActionResult> OnGetAsync(Guid id, string code, CancellationToken cancel)
    {
        if (!await FindAsync(id, code, cancel)) return NotFound();
        // It opens the page: read once, and only while it is the last one made.
        if (this.TakeTyped() is { Length: > 0 } secret && Link.PageHash is { } hash && SecretCode.Matches(secret, hash)) OwnPage = Url.Whole(ConsultationsLinks.Association(Facts.Slug, secret));
        return Page();
    }

    public async Task<IActionResult> OnPostOpenAsync(Guid id, string code, CancellationToken cancel)
    {
        if (!await FindAsync(id, code, cancel)) return NotFound();
        var opened = await open.RunAsync(id, code, cancel);
        return opened.IsDone ? this.ShowTyped(ConsultationsLinks.GiveLink(id, code).At("sa-page"), opened.Value) : this.Refuse(opened);
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, string code, CancellationToken cancel) =>
        await FindAsync(id, code, cancel) ? this.Answer(await open.CloseAsync(id, code, cancel), ConsultationsLinks.GiveLink(id, code).With("done", "closed").At("sa-page")) : NotFound();

    private async Task<bool> FindAsync(Guid id, string code, CancellationToken cancel)
    {
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), cancel) is not { } facts) return false;
        if (await db.Set<AssociationLink>().AsNoTracking().SingleOrDefaultAsync(l => l.CampaignId == id && l.Code == code, cancel) is not { } link) return false;
        (Facts, Link) = (facts, link);
        return true;
    }
}
