using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Reaching;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>An association's own page, opened by the secret of its address: about how many answered by its link until yesterday, the last day, its posters and texts. Nothing else.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AssociationModel(CampaignDirectory campaigns, CurrentCouncil council, DiapasonDb db, CampaignAddresses addresses, Texts<ConsultationsModule> texts, TimeProvider clock, ISayCounts? counts = null) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    public AssociationLink Link { get; private set; } = null!;

    public CampaignState State { get; private set; }

    /// <summary>Null while they are too few to be told.</summary>
    public ToldCount? Told { get; private set; }

    public IReadOnlyList<string> Languages => council.Languages;

    public string Answered => Told switch
    {
        null => texts["association.few"],
        { Most: { } most } band => texts["association.band", band.Least, most],
        var about => texts["association.about", about.Least],
    };

    public string Poster(string language, string paper) => addresses.Here(Request, ConsultationsLinks.Poster(Facts.Slug, Link.Code).With("paper", paper), language);

    public string Text(string language) => ReadyText.Of(Facts, language, addresses.Of(Request, Facts, language, Link.Code));

    public async Task<IActionResult> OnGetAsync(string slug, string secret, CancellationToken cancel)
    {
        if (council.OrNull is not { } here || SecretCode.Read(secret) is not { } code || await campaigns.FindAsync(here.Id, slug, cancel) is not { } campaign) return NotFound();
        var hash = SecretCode.Hash(code);
        if (await db.Set<AssociationLink>().AsNoTracking().SingleOrDefaultAsync(l => l.CampaignId == campaign.Facts.Id.Value && l.PageHash == hash, cancel) is not { } link) return NotFound();
        (Facts, Link) = (campaign.Facts, link);
        var now = clock.GetUtcNow().UtcDateTime;
        State = Facts.StateAt(now);
        // By whole days: nobody reads in it who answered this morning.
        var today = CampaignDays.DayOf(now);
        var answers = await db.Set<Response>().CountAsync(r => r.CampaignId == Facts.Id.Value && r.Source == link.Code && r.Sequence != null && r.SubmittedOn < today, cancel);
        Told = counts?.Of(Facts, answers);
        Response.Headers["X-Robots-Tag"] = "noindex";
        return Page();
    }
}
