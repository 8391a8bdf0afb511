using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.RateLimiting;
using Page = Diapason.Forms.Page;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>One page of questions: shows it, saves it, goes on. What is posted is saved before anything is answered.</summary>
[EnableRateLimiting(RateLimits.CodesByTheWay)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class QuestionModel(Visits visits, ResponseStore responses, Texts<ConsultationsModule> texts) : PageModel
{
    public FilledPage Filled { get; private set; } = null!;

    public Progress Progress { get; private set; } = null!;

    public PagePlace Place { get; private set; } = null!;

    public PageLink Back { get; private set; } = null!;

    public string Code { get; private set; } = "";

    /// <summary>Whether the person came from the check page to change one answer.</summary>
    public bool ReturnsToCheck => Request.Query["then"] == "check";

    public async Task<IActionResult> OnGetAsync(string slug, string step)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit || visit.Facts.Questionnaire.FindPage(step) is not { } page) return NotFound();
        if (!CanShow(visit, page)) return this.SeeOther(visit.Here);
        Show(visit, page, null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string step)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit || visit.Facts.Questionnaire.FindPage(step) is not { } page) return NotFound();
        var form = Request.Form;
        if (visit.Draft is null)
        {
            string? typed = Request.Query.ContainsKey(RateLimits.WithCode) ? form[LostDraft.CodeField] : "";
            if (await visits.ReopenAsync(HttpContext, visit, typed) is not { } again) return AskForCode(visit, form);
            visit = again;
        }

        if (visit.Draft is not { IsSubmitted: false } draft) return this.SeeOther(visit.Here);
        string? act = form["act"];
        var post = act == "skip" ? PagePost.Pass(page, visit.Route) : PagePost.Read(page, visit.Route, name => form[name]);
        if (!post.IsValid && !CanLeave(visit, post, act))
        {
            Show(visit, page, post);
            ModelState.AddModelError(post.Problems[0].Field.Name, Filled.Errors[0].Message);
            return this.Refused();
        }

        var answers = Stays(act) ? Given(post.Answers, draft.Answers) : post.Answers;
        if (answers.Count > 0 && !await responses.SaveAsync(visit.Facts.Id, visit.Code!, answers, Languages.Current, HttpContext.RequestAborted))
            return this.SeeOther(ConsultationsLinks.Start(slug));
        if (act == "quit") return this.SeeOther(ConsultationsLinks.Saved(slug));
        if (act == "language") return this.SeeOther(Languages.SameAddress(Request, Languages.Other(Languages.Current)));
        return this.SeeOther(visit.IsOpen ? Next(visit.Facts, page, draft.Answers.Merge(post.Answers)) : ConsultationsLinks.Mine(slug));
    }

    // The cookie is gone: the page that was typed waits in a form, until its author gives the code.
    private ViewResult AskForCode(Visit visit, IFormCollection form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.AddModelError(LostDraft.CodeField, texts[string.IsNullOrEmpty(form[LostDraft.CodeField]) ? "lost.title" : SecretCode.Read(form[LostDraft.CodeField]) is null ? "resume.mistyped" : "resume.unknown"]);
        return new ViewResult
        {
            ViewName = "/Pages/Consultation/LostDraft.cshtml",
            ViewData = new ViewDataDictionary<LostDraft>(MetadataProvider, ModelState) { Model = LostDraft.Of(visit.Facts, form) },
        };
    }

    private static bool CanShow(Visit visit, Page page) =>
        visit is { Draft: { IsSubmitted: false }, IsOpen: true } && !ConsentPage.Is(page) && visit.Route.Shows(page)
        && (visit.Route.FirstIncomplete is not { } first || page.Index <= first.Index);

    // Who leaves, or meets a closed campaign, need not answer what is required: the rest of the page is kept.
    private static bool CanLeave(Visit visit, PagePost post, string? act) =>
        (Stays(act) && post.Problems.All(problem => problem.Code == FieldProblemCodes.Required)) || !visit.IsOpen;

    // Quits, or changes language: the person has not finished with the page and comes back to it.
    private static bool Stays(string? act) => act is "quit" or "language";

    // What is still blank is not passed for all that; an answer taken back is.
    private static AnswerSet Given(AnswerSet page, AnswerSet known) => AnswerSet.From(page.Where(answer => answer.Value.Missing != MissingKind.Skipped || known.Has(answer.Key)));

    private PageLink Next(CampaignFacts campaign, Page page, AnswerSet answers)
    {
        var route = campaign.Questionnaire.RouteFor(answers);
        var missing = route.FirstIncomplete;
        if (ReturnsToCheck)
            return missing is null ? ConsultationsLinks.Check(campaign.Slug) : ConsultationsLinks.Change(campaign.Slug, missing.Code);
        var next = route.After(page);
        if (missing is not null && (next is null || missing.Index < next.Index)) next = missing;
        return next is null ? ConsultationsLinks.Check(campaign.Slug) : ConsultationsLinks.Page(campaign.Slug, next.Code);
    }

    private void Show(Visit visit, Page page, PagePost? refused)
    {
        var (route, slug) = (visit.Route, visit.Facts.Slug);
        Filled = new FilledPage(visit.Screens.Of(page), route, refused, Languages.Current);
        Progress = route.At(page);
        Place = PagePlace.Of(route, page);
        Code = visit.Code!;
        Back = ReturnsToCheck ? ConsultationsLinks.Check(slug)
            : route.Before(page) is { } before && !ConsentPage.Is(before) ? ConsultationsLinks.Page(slug, before.Code)
            : ConsultationsLinks.Start(slug);
    }
}
