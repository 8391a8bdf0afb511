using System.Text.Json;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Page = Diapason.Forms.Page;

namespace Diapason.Consultations.Pages.Manage.Consultations;

/// <summary>A campaign's true pages, before it opens or after, for those who prepare it. What is answered travels in the form from page to page and is kept nowhere.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PreviewModel(CampaignDirectory campaigns, CurrentCouncil council) : PageModel
{
    /// <summary>A name no question can have.</summary>
    public const string AnswersField = "-answers";

    public CampaignFacts Facts { get; private set; } = null!;

    /// <summary>What was answered on the way here.</summary>
    public AnswerSet Answers { get; private set; } = AnswerSet.Empty;

    /// <summary>Null at the end.</summary>
    public FilledPage? Filled { get; private set; }

    public PagePlace? Place { get; private set; }

    public bool IsFirst { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? step)
    {
        if (await FindAsync(id) is not { } campaign) return NotFound();
        var route = Facts.Questionnaire.RouteFor(Answers);
        var asked = step is null ? null : Facts.Questionnaire.FindPage(step);
        Show(campaign, asked is not null && !ConsentPage.Is(asked) && route.Shows(asked) ? asked : route.After(ConsentPage.Of(Facts.Questionnaire)), null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? step)
    {
        if (await FindAsync(id) is not { } campaign || Facts.Questionnaire.FindPage(step ?? "") is not { } page) return NotFound();
        var form = Request.Form;
        var known = Read(form[AnswersField]);
        var post = PagePost.Read(page, Facts.Questionnaire.RouteFor(known), name => form[name]);
        Answers = known.Merge(post.Answers);
        var route = Facts.Questionnaire.RouteFor(Answers);
        var isBack = PageActs.Read(form["act"]) == PageAct.Back;
        if (!post.IsValid && !isBack)
        {
            Show(campaign, page, post);
            ModelState.AddModelError(Filled!.Errors[0].Name!, Filled.Errors[0].Message);
            return this.Refused();
        }

        Show(campaign, isBack ? route.Before(page) ?? page : route.After(page), null);
        return Page();
    }

    private async Task<LiveCampaign?> FindAsync(Guid id)
    {
        if (await campaigns.FindLiveAsync(new CampaignId(id), HttpContext.RequestAborted) is not { } campaign || campaign.Facts.CouncilId != council.Id) return null;
        Facts = campaign.Facts;
        return campaign;
    }

    private void Show(LiveCampaign campaign, Page? page, PagePost? refused)
    {
        if (page is null) return;
        var route = Facts.Questionnaire.RouteFor(Answers);
        Filled = new FilledPage(campaign.In(Languages.Current).Of(page), route, refused, Languages.Current);
        Place = PagePlace.Of(route, page);
        IsFirst = route.Before(page) is not { } before || ConsentPage.Is(before);
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
