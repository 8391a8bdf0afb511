using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Diapason.Studies.Contracts;
using Diapason.Studies.Coverage;
using Diapason.Studies.Following;
using Diapason.Studies.Frames;
using Diapason.Studies.Publishing;
using Diapason.Studies.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Studies.Pages.Coverage;

/// <summary>Who has answered by segment against the frame, and who is missing, at this moment, and the call for an edition; for administrators and analysts of the council.</summary>
internal sealed class ShowModel(StudyShelf shelf, CurrentCouncil council, ICampaigns campaigns, PublishEditions editions, Texts<StudiesModule> texts, TimeProvider clock) : PageModel
{
    /// <summary>A category this far behind the frame is said to be missing.</summary>
    private const double Behind = 0.02;

    public StudyState? State { get; private set; }

    /// <summary>More answers can still be asked for.</summary>
    public bool IsOpen => State?.Campaign.StateAt(clock.GetUtcNow().UtcDateTime) == CampaignState.Open;

    public bool IsReady => shelf.IsReady;

    /// <summary>The categories furthest behind the frame, the worst first.</summary>
    public IReadOnlyList<CategoryCoverage> Missing { get; private set; } = [];

    /// <summary>The council's other campaigns.</summary>
    public IEnumerable<StudyState> Others => shelf.All(council.Id).Where(s => s.Campaign.Id != State?.Campaign.Id);

    public async Task<IActionResult> OnGetAsync([FromRoute] string? campaign, CancellationToken cancel)
    {
        State = await shelf.FindAsync(council.Id, campaign, cancel);
        if (State is null && campaign is not null && shelf.IsReady) return NotFound();
        Missing = State is null ? [] : Furthest(State.Coverage);
        return Page();
    }

    /// <summary>What came of asking for an edition; null when nobody did.</summary>
    public string? Done => Request.Query["done"].ToString() is "published" or "nothing_due" or "closed" or "busy" ? texts["coverage.done." + Request.Query["done"]] : null;

    /// <summary>Asking changed something.</summary>
    public bool HasPublished => Request.Query["done"] == "published";

    /// <summary>The council asks for the coming edition between two nights; the rule is the night's.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] string? campaign, CancellationToken cancel)
    {
        var facts = campaign is null ? await campaigns.LatestAsync(council.Id, cancel) : (await campaigns.AllAsync(council.Id, cancel)).FirstOrDefault(c => c.Slug == campaign);
        if (facts is not { DestroyedAt: null, OpensAt: not null } || await editions.OfCampaignAsync(facts, PublicationCall.Asked, cancel) is not { } result) return NotFound();
        return this.SeeOther(StudiesLinks.CoverageOf(facts.Slug).With("done", MethodTables.Code(result)));
    }

    /// <summary>The categories behind the frame, the worst first.</summary>
    public static IReadOnlyList<CategoryCoverage> Furthest(FieldCoverage coverage) =>
        [.. coverage.Margins.SelectMany(m => m.Categories).Where(c => Gap(c.Fill) < -Behind).OrderBy(c => Gap(c.Fill))];

    /// <summary>Share of the answers less share of the frame.</summary>
    public static double Gap(MarginFill fill) => fill.Share - (fill.Category.Share / 100);
}
