using System.Security.Cryptography;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Invitations;
using Diapason.Consultations.Pretesting;
using Diapason.Consultations.Reaching;
using Diapason.Design;
using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>A campaign's first page: who asks, how long, until when, and consent before anything else. Nothing is stored until it is given.</summary>
[EnableRateLimiting(RateLimits.Submissions)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class StartModel(Visits visits, ResponseStore responses, NewCodes codes, FindLink links, BegunCookie begun, InvitationPasses passes, PretestStore pretests, Texts<ConsultationsModule> texts) : PageModel
{
    public Visit Visit { get; private set; } = null!;

    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public QuestionScreen Consent => Visit.Screens.Of(ConsentPage.Of(Visit.Facts.Questionnaire)).Questions[0];

    /// <summary>The association's link by which this person came; null when it is none, or one that marks no answer.</summary>
    public AssociationLink? Via { get; private set; }

    /// <summary>The code the answers will have, sealed. In the form, so that pressing twice starts one response and not two.</summary>
    public string NewCode { get; private set; } = "";

    /// <summary>This device has just forgotten the code of other answers.</summary>
    public bool IsForgotten => Visit.Draft is null && Request.Query["done"] == "forgotten";

    /// <summary>A page of before led here: the answers it showed were withdrawn on this device.</summary>
    public bool IsWithdrawn => Visit.IsWithdrawn && Request.Query["done"] == "withdrawn";

    /// <summary>The person comes by an invitation that has not served.</summary>
    public bool IsInvited { get; private set; }

    /// <summary>Nobody answers without an invitation, and this person has none.</summary>
    public bool IsForOthers => Visit.Facts.ByInvitationOnly && !IsInvited && !Visit.IsPretest;

    public string LastDay => LocalDates.LastDay(Visit.Facts.ClosedAt ?? Visit.Facts.ClosesAt ?? DateTime.UnixEpoch);

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit) return NotFound();
        Show(visit);
        Via = await links.LiveAsync(visit.Facts.Id, Request.Query[ConsultationsLinks.Via], HttpContext.RequestAborted);
        IsInvited = await passes.OfAsync(HttpContext, visit.Campaign) is { HasServed: false };
        if (Request.Query.ContainsKey(ConsultationsLinks.Mend) && visit is { IsOpen: true, Draft: null }) AskForConsent();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit) return NotFound();
        if (!visit.IsOpen || visit.Draft is not null) return this.SeeOther(visit.Here);
        if (!visit.IsPretest && visit.Facts.ByInvitationOnly && await passes.OfAsync(HttpContext, visit.Campaign) is not { HasServed: false }) return this.SeeOther(ConsultationsLinks.Start(slug));
        var form = Request.Form;
        var page = ConsentPage.Of(visit.Facts.Questionnaire);
        var post = PagePost.Read(page, visit.Route, name => form[name]);
        var via = await links.LiveAsync(visit.Facts.Id, form[ConsultationsLinks.Via], HttpContext.RequestAborted);
        if (!post.IsValid) return this.SeeOther(ConsultationsLinks.Start(slug).With(ConsultationsLinks.Via, via?.Code).With(ConsultationsLinks.Mend, "1"));

        var code = codes.Open(form["code"]);
        var start = new Start(RandomOrder.Begin(visit.Facts.Questionnaire, post.Answers, BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4))), Languages.Current, LayoutOf(visit.Facts.Questionnaire)) { Source = via?.Code };
        if (visit.IsPretest) await TryAsync(visit, code, start);
        else await responses.StartAsync(visit.Facts, code, start, HttpContext.RequestAborted);
        ResponseCookie.Write(Response, visit.Campaign, code);
        begun.Write(Response, visit.Campaign, code);
        var first = visit.Facts.Questionnaire.RouteFor(post.Answers).After(page);
        return this.SeeOther(first is null ? ConsultationsLinks.Check(slug) : ConsultationsLinks.Page(slug, first.Code));
    }

    private async Task TryAsync(Visit visit, string code, Start start)
    {
        await pretests.StartAsync(visit.Facts, code, start, HttpContext.RequestAborted);
        await pretests.NoteAsync(visit.Facts, code, PageNote.Of(ConsentPage.Of(visit.Facts.Questionnaire).Code, null, Request.Form), HttpContext.RequestAborted);
    }

    private void AskForConsent()
    {
        var page = ConsentPage.Of(Visit.Facts.Questionnaire);
        Errors = new FilledPage(Visit.Screens.Of(page), Visit.Route, PagePost.Read(page, Visit.Route, _ => []), Languages.Current).Errors;
        ModelState.AddModelError(Errors[0].Name!, Errors[0].Message);
    }

    private void Show(Visit visit)
    {
        Visit = visit;
        NewCode = codes.Seal();
        ViewData["Synthetic"] = visit.Facts.IsSynthetic ? texts["start.synthetic"] : null;
    }

    private static string LayoutOf(Questionnaire questionnaire) =>
        (questionnaire.Questions.Any(q => q.AsGrid) ? "grid" : "items") + (questionnaire.Questions.Any(q => q.IsPaged) ? "_paged" : "");
}
