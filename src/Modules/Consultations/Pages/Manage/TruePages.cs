using System.Security.Cryptography;
using System.Text.Json;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Page = Diapason.Forms.Page;

namespace Diapason.Consultations.Pages.Manage;

/// <summary>A questionnaire whose true pages are looked at, and the way in and out.</summary>
/// <param name="At">The address of one of its pages; of the first when none is named.</param>
/// <param name="Leave">Where one came from.</param>
internal sealed record TruePages(Questionnaire Questionnaire, Screens Screens, string Title, Func<string?, PageLink> At, PageLink Leave)
{
    /// <summary>Null for a draft, which no campaign asks yet.</summary>
    public CampaignFacts? Campaign { get; init; }
}

/// <summary>The true pages of a questionnaire, for those who prepare it. What is answered travels in the form from page to page and is kept nowhere.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class TruePagesModel : PageModel
{
    /// <summary>A name no question can have.</summary>
    public const string AnswersField = "-answers";

    public TruePages Pages { get; private set; } = null!;

    /// <summary>What was answered on the way here.</summary>
    public AnswerSet Answers { get; private set; } = AnswerSet.Empty;

    /// <summary>Null at the end.</summary>
    public FilledPage? Filled { get; private set; }

    public PagePlace? Place { get; private set; }

    /// <summary>The page of consent, which the campaign shows as its own first page.</summary>
    public bool IsConsent { get; private set; }

    private Questionnaire Questionnaire => Pages.Questionnaire;

    public async Task<IActionResult> OnGetAsync(Guid id, string? step)
    {
        if (await FindAsync(id) is not { } pages) return NotFound();
        Pages = pages;
        Answers = RandomOrder.Begin(Questionnaire, Answers, BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4)));
        var route = Questionnaire.RouteFor(Answers);
        var asked = step is null ? null : Questionnaire.FindPage(step);
        Show(asked is not null && route.Shows(asked) ? asked : ConsentPage.Of(Questionnaire), null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? step)
    {
        if (await FindAsync(id) is not { } pages || pages.Questionnaire.FindPage(step ?? "") is not { } page) return NotFound();
        Pages = pages;
        var form = Request.Form;
        var known = Read(form[AnswersField]);
        var post = PagePost.Read(page, Questionnaire.RouteFor(known), name => form[name]);
        Answers = known.Merge(post.Answers);
        var route = Questionnaire.RouteFor(Answers);
        var isBack = PageActs.Read(form["act"]) == PageAct.Back;
        if (!post.IsValid && !isBack)
        {
            Show(page, post);
            ModelState.AddModelError(Filled!.Errors[0].Name!, Filled.Errors[0].Message);
            return this.Refused();
        }

        Show(isBack ? route.Before(page) ?? page : route.After(page), null);
        return Page();
    }

    /// <summary>The pages; null when there are none.</summary>
    protected abstract Task<TruePages?> FindAsync(Guid id);

    private void Show(Page? page, PagePost? refused)
    {
        if (page is null) return;
        var route = Questionnaire.RouteFor(Answers);
        Filled = new FilledPage(Pages.Screens.Of(page), route, refused, Languages.Current);
        Place = PagePlace.Of(route, page);
        IsConsent = ConsentPage.Is(page);
    }

    private static AnswerSet Read(string? carried)
    {
        try
        {
            return AnswerSet.Parse(carried ?? "");
        }
        catch (JsonException)
        {
            return AnswerSet.Empty;
        }
    }
}
