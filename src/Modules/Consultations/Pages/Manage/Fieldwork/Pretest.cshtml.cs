using System.Globalization;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Pretesting;
using Diapason.Consultations.Reaching;
using Diapason.Design.Components;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Fieldwork;

/// <summary>The pretest of a campaign: its link, shown once; how many began and sent; where they stopped, how long each page took, what they wrote of it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PretestModel(
    ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, GivePretestLink give, ErasePretest erase, ReadPretest read, Texts<ConsultationsModule> texts, TimeProvider clock) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    public PretestReport Report { get; private set; } = null!;

    public bool IsPlanned => Facts.StateAt(clock.GetUtcNow().UtcDateTime) == CampaignState.Planned;

    public bool HasLink { get; private set; }

    /// <summary>The whole address, just made: shown once.</summary>
    public string? Address { get; private set; }

    public string? Done => Request.Query["done"].ToString() switch
    {
        "closed" => texts["pretest.closed"],
        "erased" => int.TryParse(Request.Query["count"], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Erased(count) : null,
        _ => null,
    };

    public DataTable Table => new(
        texts["pretest.pages"],
        [new(texts["pretest.page"], false), new(texts["pretest.passed"]), new(texts["pretest.page_time"], false), new(texts["pretest.waiting"])],
        [.. Report.Pages.Where(page => page.Passed + page.Waiting > 0).Select(page => new DataRow(Name(page), [$"{page.Passed}", page.Median is { } median ? texts["pretest.time." + median] : "", $"{page.Waiting}"]))]);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        var link = await db.Set<PretestLink>().AsNoTracking().SingleOrDefaultAsync(l => l.CampaignId == id, cancel);
        HasLink = link is not null;
        // It opens the pages: read once, and only while it is the last one made.
        if (this.TakeTyped() is { Length: > 0 } secret && link is not null && SecretCode.Matches(secret, link.Hash)) Address = Url.Whole(ConsultationsLinks.Pretest(Facts.Slug, secret));
        return Page();
    }

    public async Task<IActionResult> OnPostGiveAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        var given = await give.RunAsync(id, cancel);
        return given.IsDone ? this.ShowTyped(ConsultationsLinks.ManagePretest(id).At("lien"), given.Value) : this.Refuse(given);
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? this.Answer(await give.CloseAsync(id, cancel), ConsultationsLinks.ManagePretest(id).With("done", "closed")) : NotFound();

    public async Task<IActionResult> OnPostEraseAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        if (Request.Form["sure"] != "1")
        {
            var link = await db.Set<PretestLink>().AsNoTracking().AnyAsync(l => l.CampaignId == id, cancel);
            HasLink = link;
            ModelState.AddModelError("sure", texts["pretest.erase_unsure"]);
            return this.Refused();
        }

        var erased = await erase.RunAsync(id, cancel);
        return this.Answer(erased, ConsultationsLinks.ManagePretest(id).With("done", "erased").With("count", erased.Value));
    }

    /// <summary>The title of the page, or its first question.</summary>
    public string Name(PretestPage page) => (page.Page is { } asked ? Facts.Questionnaire.Titled(asked.Title).Here : null) ?? texts["check.title"];

    public string Letter(string address) => ReadyLetter.Mailto("", (texts["pretest.letter_subject", Facts.Title.Here], texts["pretest.letter_body", Facts.Title.Here, Facts.Questionnaire.Minutes, address, council.Value.Name.Here]));

    private string Erased(int count) => count switch { 0 => texts["pretest.erased_none"], 1 => texts["pretest.erased_one"], _ => texts["pretest.erased", count] };

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), cancel) is not { } facts) return false;
        (Facts, Report) = (facts, await read.OfAsync(facts, cancel));
        return true;
    }
}
