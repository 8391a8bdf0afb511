using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Exports.TwoPeople;
using Diapason.Consultations.Interests;
using Diapason.Consultations.Invitations;
using Diapason.Consultations.Retention;
using Diapason.Consultations.Running;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Consultations;

/// <summary>One campaign: its calendar, how many answered, its exports, and what an administrator may change.</summary>
internal sealed class CampaignModel(ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, IAuthorizationService authorization, ModuleCatalog modules, IEnumerable<IMissingGroups> missing, ISubmittedAnswers answers, FileRule files, Texts<ConsultationsModule> texts, TimeProvider clock) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    public CampaignCounts Counts { get; private set; } = null!;

    public ApartCounts Apart { get; private set; }

    public CampaignState State { get; private set; }

    /// <summary>What is promised of its answers, and what became of them; null before the first look.</summary>
    public KeptAnswers? Kept { get; private set; }

    /// <summary>The last day its answers are kept; null while it has no end.</summary>
    public DateOnly? KeptUntil => RetentionDays.LastOf(Facts, RetentionDays.Months(Kept, council.Settings.RetentionMonths));

    /// <summary>This person runs it.</summary>
    public bool MayChange { get; private set; }

    /// <summary>This person may take its answers one by one.</summary>
    public bool ReadsAnswers { get; private set; }

    /// <summary>Addresses left to be told of the results.</summary>
    public int Interests { get; private set; }

    /// <summary>A certificate tells of them.</summary>
    public bool AddressesDestroyed { get; private set; }

    /// <summary>This person may give it to others.</summary>
    public bool MayGive { get; private set; }

    /// <summary>Its row, for what no page of the public needs.</summary>
    public Campaign Stored { get; private set; } = null!;

    /// <summary>The languages of the files: the council's, as at their addresses.</summary>
    public IReadOnlyList<string> FileLanguages => council.Languages;

    /// <summary>Files that hold words wait for a second person.</summary>
    public bool FilesAskTwo => files.AsksTwo(Facts);

    /// <summary>Who is missing, shown by the studies module.</summary>
    public PageLink? Coverage => !ReadsAnswers || !missing.Any(module => module.HasPage(Facts)) ? null : modules.Door(Door.Coverage)?.With("campaign", Facts.Slug);

    public string Tens(int number) => CampaignCounts.Tens(texts, number);

    public string PublicAddress => Url.Whole(ConsultationsLinks.Start(Facts.Slug));

    /// <summary>What was just done, told once after the redirect.</summary>
    public string? Done => Request.Query["done"].ToString() is "planned" or "opened" or "extended" or "closed" or "promised" or "reopened" or "given" ? texts["manage.done." + Request.Query["done"]] : null;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var cancel = HttpContext.RequestAborted;
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), cancel) is not { } facts) return NotFound();
        Facts = facts;
        State = facts.StateAt(clock.GetUtcNow().UtcDateTime);
        Counts = await CampaignCounts.OfAsync(db, id, cancel);
        Apart = await answers.ApartAsync(facts.Id, cancel);
        Kept = await db.Set<KeptAnswers>().AsNoTracking().SingleOrDefaultAsync(k => k.CampaignId == id, cancel);
        Stored = await db.Set<Campaign>().AsNoTracking().SingleAsync(c => c.Id == id, cancel);
        var who = StaffMember.Of(User, council.Id)!;
        (ReadsAnswers, MayGive) = (who.ReadsAnswers, who.Holds(Roles.Administrator));
        Interests = await db.Set<Interest>().CountAsync(i => i.CampaignId == id, cancel);
        AddressesDestroyed = await db.Set<InvitationList>().AnyAsync(l => l.CampaignId == id && l.DestroyedOn != null, cancel);
        MayChange = (await authorization.AuthorizeAsync(User, id, CampaignRights.Runner)).Succeeded;
        return Page();
    }
}
