using System.Globalization;
using System.Security.Cryptography;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Pretesting;
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
internal sealed class QuestionModel(Visits visits, SavePage save, PretestStore pretests, PageClock shown, SecretCodes codes, WrongCodes wrong, FindCodeKind kinds, Texts<ConsultationsModule> texts) : PageModel
{
    private const string SkipAsked = "skip";

    public FilledPage Filled { get; private set; } = null!;

    public Visit Visit { get; private set; } = null!;

    public PagePlace Place { get; private set; } = null!;

    public string Code { get; private set; } = "";

    /// <summary>Tells one draft from another in what a browser tab remembers, and nothing of what it is.</summary>
    public string DraftMark { get; private set; } = "";

    /// <summary>How many times the draft was saved: a page that saves itself knows by it whether what it remembers is newer.</summary>
    public int Saves { get; private set; }

    /// <summary>What the fields hold as the page is shown; null when some of it is in this answer alone.</summary>
    public string? Shown { get; private set; }

    /// <summary>The person's last page showed something that had been answered otherwise since.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>The person asked to pass a page on which something cannot be read.</summary>
    public bool MayDrop { get; private set; }

    /// <summary>Whether the person came from the check page to change one answer.</summary>
    public bool ReturnsToCheck => Request.Query["then"] == "check";

    public async Task<IActionResult> OnGetAsync(string slug, string step)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit || visit.Facts.Questionnaire.FindPage(step) is not { } page) return NotFound();
        if (!CanShow(visit, page)) return this.SeeOther(visit.Instead);
        Show(visit, page, Request.Query.ContainsKey(ConsultationsLinks.Mend)
            ? FilledPage.ToMend(visit.Screens.Of(page), visit.Route, visit.Draft!.Typed, Languages.Current)
            : FilledPage.Opened(visit.Screens.Of(page), visit.Route, visit.Draft!.Typed, Languages.Current));
        MayDrop = Request.Query[ConsultationsLinks.Mend] == SkipAsked && Filled.Unread.Count > 0;
        Shown = PageChanges.Shown(Filled);
        IsBehind = Request.Query.ContainsKey(ConsultationsLinks.Behind);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string step)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit || visit.Facts.Questionnaire.FindPage(step) is not { } page) return NotFound();
        var form = Request.Form;
        if (visit.Draft is null)
        {
            string? typed = Request.Query.ContainsKey(RateLimits.WithCode) ? form[LostDraft.CodeField] : "";
            if (await visits.ReopenAsync(HttpContext, visit, typed) is not { } again) return await AskForCodeAsync(visit, form);
            visit = again;
        }

        var act = PageActs.Read(form["act"]);
        if (visit.Draft is not { IsSubmitted: false }) return act == PageAct.Keep ? StatusCode(StatusCodes.Status409Conflict) : this.SeeOther(visit.Draft is null ? visit.Here : visit.Here.With(ConsultationsLinks.Late, "1"));
        if (visit.IsPretest) await pretests.NoteAsync(visit.Facts, visit.Code!, PageNote.Of(page.Code, act.Leaves() ? null : shown.Since(form[PageClock.Field]), form), HttpContext.RequestAborted);
        return await save.RunAsync(visit, page, name => form[name], act, HttpContext.RequestAborted) switch
        {
            PageOutcome.Saved saved when act == PageAct.Keep => Kept(saved.Saves),
            PageOutcome.Saved { IsBehind: true } when act == PageAct.Continue && visit.IsOpen => this.SeeOther(Again(visit.Facts, page).With(ConsultationsLinks.Behind, "1")),
            PageOutcome.Saved saved => Follow(visit, page, act, saved.Answers),
            PageOutcome.Refused { IsKept: true } refused => this.SeeOther(Again(visit.Facts, page).With(ConsultationsLinks.Mend, refused.MayDrop ? SkipAsked : "1")),
            PageOutcome.Refused refused => Refuse(visit, page, refused),
            _ when act == PageAct.Keep => StatusCode(StatusCodes.Status409Conflict),
            _ => this.SeeOther(ConsultationsLinks.Start(slug)),
        };
    }

    // The cookie is gone: the page that was typed waits in a form, until its author gives the code.
    private async Task<IActionResult> AskForCodeAsync(Visit visit, IFormCollection form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        string? typed = form[LostDraft.CodeField];
        var read = codes.Read(typed);
        var isTried = read is not null && Request.Query.ContainsKey(RateLimits.WithCode);
        if (isTried) wrong.Count(HttpContext);
        var elsewhere = !isTried ? null : await kinds.RunAsync(read!, AnswerCodes.Resume, HttpContext.RequestAborted);
        ModelState.AddModelError(LostDraft.CodeField, elsewhere?.Is ?? texts[!Request.Query.ContainsKey(RateLimits.WithCode) ? "lost.title" : string.IsNullOrWhiteSpace(typed) ? "code.empty" : read is null ? "resume.mistyped" : "resume.unknown"]);
        return new ViewResult
        {
            ViewName = "/Pages/Consultation/LostDraft.cshtml",
            ViewData = new ViewDataDictionary<LostDraft>(MetadataProvider, ModelState) { Model = LostDraft.Of(visit.Facts, form) with { Elsewhere = elsewhere } },
        };
    }

    private static bool CanShow(Visit visit, Page page) =>
        visit is { Draft: { IsSubmitted: false }, IsOpen: true } && !ConsentPage.Is(page) && visit.Route.Shows(page)
        && (visit.Route.FirstIncomplete is not { } first || page.Index <= first.Index);

    private IActionResult Follow(Visit visit, Page page, PageAct act, AnswerSet answers) => act switch
    {
        PageAct.Quit => this.SeeOther(ConsultationsLinks.Saved(visit.Facts.Slug)),
        PageAct.Language => this.SeeOther(Languages.AddressAskedBy(Request)),
        PageAct.Away => this.SeeOther(Departures.AskedBy(Request.Form["act"])!),
        _ when !visit.IsOpen => this.SeeOther(ConsultationsLinks.MyAnswers(visit.Facts.Slug)),
        PageAct.Back => this.SeeOther(Previous(visit, page)),
        PageAct.Clear => this.SeeOther(Again(visit.Facts, page)),
        PageAct.Section => this.SeeOther(Next(visit.Facts, page.Section.Pages[^1], answers)),
        _ => this.SeeOther(Next(visit.Facts, page, answers)),
    };

    private NoContentResult Kept(int saves)
    {
        Response.Headers["X-Saves"] = saves.ToString(CultureInfo.InvariantCulture);
        return new NoContentResult();
    }

    // The same page asked with GET, so that Back never meets a form to send again.
    private PageLink Again(CampaignFacts campaign, Page page) =>
        ReturnsToCheck ? ConsultationsLinks.Complete(campaign.Slug, page.Code, Changed(campaign)) : ConsultationsLinks.Page(campaign.Slug, page.Code);

    // A text that no draft can hold is nowhere but in this request: it is given back in its answer.
    private IActionResult Refuse(Visit visit, Page page, PageOutcome.Refused refused)
    {
        Show(visit, page, new FilledPage(visit.Screens.Of(page), visit.Route, refused.Post, Languages.Current));
        MayDrop = refused.MayDrop;
        return this.Refused();
    }

    // Nothing but a field of this questionnaire goes from one address to the other.
    private string? Changed(CampaignFacts campaign) =>
        Request.Query[ConsultationsLinks.ChangedField].ToString() is { Length: > 0 } field && campaign.Questionnaire.FindVariable(field) is not null ? field : null;

    private PageLink Next(CampaignFacts campaign, Page page, AnswerSet answers)
    {
        var route = campaign.Questionnaire.RouteFor(answers);
        var missing = route.FirstIncomplete;
        if (ReturnsToCheck)
            return missing is null ? ConsultationsLinks.Check(campaign.Slug, Changed(campaign)) : ConsultationsLinks.Complete(campaign.Slug, missing.Code, Changed(campaign));
        var next = route.After(page);
        if (missing is not null && (next is null || missing.Index < next.Index)) next = missing;
        return next is null ? ConsultationsLinks.Check(campaign.Slug) : ConsultationsLinks.Page(campaign.Slug, next.Code);
    }

    private PageLink Previous(Visit visit, Page page) =>
        ReturnsToCheck ? ConsultationsLinks.Check(visit.Facts.Slug, Changed(visit.Facts))
        : visit.Route.Before(page) is { } before && !ConsentPage.Is(before) ? ConsultationsLinks.Page(visit.Facts.Slug, before.Code)
        : ConsultationsLinks.Start(visit.Facts.Slug);

    private void Show(Visit visit, Page page, FilledPage filled)
    {
        (Visit, Filled) = (visit, filled);
        if (filled.Errors is [var first, ..]) ModelState.AddModelError(first.Name!, first.Message);
        Place = PagePlace.Of(visit.Route, page);
        DraftMark = Convert.ToHexString(SHA256.HashData(visit.Draft!.Id.ToByteArray()), 0, 6);
        Saves = visit.Draft.Saves;
        Code = visit.ResumeCode;
    }
}
