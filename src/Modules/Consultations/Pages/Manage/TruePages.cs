using System.Security.Cryptography;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Pretesting;
using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Draft = Diapason.Consultations.Answering.Draft;
using Page = Diapason.Forms.Page;

namespace Diapason.Consultations.Pages.Manage;

/// <summary>A questionnaire whose true pages are looked at, and the way in and out.</summary>
/// <param name="At">The address of one of its pages; of the first when none is named.</param>
/// <param name="Leave">Where one came from.</param>
internal sealed record TruePages(Questionnaire Questionnaire, Screens Screens, string Title, Func<string?, PageLink> At, PageLink Leave)
{
    public required Guid CouncilId { get; init; }

    /// <summary>Null for a draft, which no campaign asks yet.</summary>
    public CampaignFacts? Campaign { get; init; }
}

/// <summary>The true pages of a questionnaire, for those who prepare it. What is typed is theirs alone, and counts nowhere.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class TruePagesModel(PreviewStore previews) : PageModel
{
    private const string End = "end";

    public TruePages Pages { get; private set; } = null!;

    /// <summary>Null at the end.</summary>
    public FilledPage? Filled { get; private set; }

    public PagePlace? Place { get; private set; }

    /// <summary>The page of consent, which the campaign shows as its own first page.</summary>
    public bool IsConsent { get; private set; }

    /// <summary>What the fields hold as the page is shown; null when some of it is in this answer alone.</summary>
    public string? Shown { get; private set; }

    /// <summary>The page that was left, on the way in again; null when nothing was begun.</summary>
    public PageLink? GoOn { get; private set; }

    private Questionnaire Questionnaire => Pages.Questionnaire;

    public async Task<IActionResult> OnGetAsync(Guid id, string? step)
    {
        if (await FindAsync(id) is not { } pages) return NotFound();
        Pages = pages;
        if (step is null && Request.Query.ContainsKey(End)) return Page();
        var kept = await previews.FindAsync(Key(id), HttpContext.RequestAborted);
        var (route, typed) = (Questionnaire.RouteFor(kept?.Answers ?? Begun()), kept?.Typed ?? TypedFields.None);
        var asked = step is null ? null : Questionnaire.FindPage(step);
        if ((asked is not null && route.Shows(asked) ? asked : ConsentPage.Of(Questionnaire)) is not { } page) return Page();
        if (step is null && kept is not null && Questionnaire.FindPage(kept.Step) is { } left && left != page && route.Shows(left)) GoOn = Pages.At(left.Code);
        Show(page, route, Request.Query.ContainsKey(ConsultationsLinks.Mend) ? FilledPage.ToMend(Pages.Screens.Of(page), route, typed, Languages.Current) : FilledPage.Opened(Pages.Screens.Of(page), route, typed, Languages.Current));
        Shown = PageChanges.Shown(Filled!);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? step)
    {
        if (await FindAsync(id) is not { } pages || pages.Questionnaire.FindPage(step ?? "") is not { } page) return NotFound();
        Pages = pages;
        var (form, act) = (Request.Form, PageActs.Read(Request.Form["act"]));
        var kept = await previews.FindAsync(Key(id), HttpContext.RequestAborted) ?? new PreviewState(Begun(), TypedFields.None, page.Code);
        var draft = new Draft(Guid.Empty, kept.Answers, kept.Typed) { SavedOn = default, Saves = 0, IsSubmitted = false, IsCounted = false };
        PostedFields posted = name => form[name];
        var (route, changes) = (Questionnaire.RouteFor(kept.Answers), PageChanges.Read(page, posted));
        var post = PagePost.Read(page, route, changes.Over(FilledPage.Held(page, route, kept.Typed, Languages.Current)));
        var isLeft = act.Leaves() || !post.IsValid;
        var save = isLeft ? PageSave.Left(post, page, draft, changes) : PageSave.Finished(post, page, draft, changes);
        var state = new PreviewState(save.Apply(kept.Answers), save.ApplyTyped(kept.Typed), page.Code);
        var after = Questionnaire.RouteFor(state.Answers);
        var to = act == PageAct.Back ? after.Before(page) ?? page : isLeft ? page : after.After(page);
        await previews.SaveAsync(Key(id), state with { Step = to?.Code ?? page.Code }, HttpContext.RequestAborted);
        if (!post.IsValid && (!act.Leaves() || !save.KeepsAll)) return save.KeepsAll ? this.SeeOther(Pages.At(page.Code).With(ConsultationsLinks.Mend, "1")) : Refuse(page, route, post);
        if (act == PageAct.Language) return this.SeeOther(Languages.AddressAskedBy(Request));
        return this.SeeOther(act == PageAct.Quit ? Pages.Leave : to is null ? Pages.At(null).With(End, "1") : Pages.At(to.Code));
    }

    /// <summary>From the first page, with nothing typed.</summary>
    public async Task<IActionResult> OnPostAgainAsync(Guid id)
    {
        if (await FindAsync(id) is not { } pages) return NotFound();
        Pages = pages;
        await previews.ForgetAsync(Key(id), HttpContext.RequestAborted);
        return this.SeeOther(pages.At(null));
    }

    /// <summary>The pages; null when there are none.</summary>
    protected abstract Task<TruePages?> FindAsync(Guid id);

    private PreviewKey Key(Guid id) => new(StaffMember.Of(User, Pages.CouncilId)!.AccountId, id);

    private AnswerSet Begun() => RandomOrder.Begin(Questionnaire, AnswerSet.Empty, BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4)));

    // A text that nothing keeps is nowhere but in this request: it is given back in its answer.
    private IActionResult Refuse(Page page, Route route, PagePost post)
    {
        Show(page, route, new FilledPage(Pages.Screens.Of(page), route, post, Languages.Current));
        return this.Refused();
    }

    private void Show(Page page, Route route, FilledPage filled)
    {
        (Filled, Place, IsConsent) = (filled, PagePlace.Of(route, page), ConsentPage.Is(page));
        if (filled.Errors is [var first, ..]) ModelState.AddModelError(first.Name!, first.Message);
    }
}
