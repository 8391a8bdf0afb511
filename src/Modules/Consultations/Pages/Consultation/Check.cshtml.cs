using Diapason.Consultations.Answering;
using Diapason.Consultations.Apart;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Consultations.Pretesting;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>All one's answers in words before they are sent, each with a way to change it.</summary>
[EnableRateLimiting(RateLimits.Submissions)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CheckModel(Visits visits, SubmitAnswers submit, BegunCookie begun, InvitationPasses passes, SendTrial trial, PretestStore pretests, PageClock shown, Texts<ConsultationsModule> texts) : PageModel
{
    public Visit Visit { get; private set; } = null!;

    public IReadOnlyList<ReviewedSection> Sections { get; private set; } = [];

    public PageLink Back { get; private set; } = null!;

    /// <summary>The field just changed from here: its section is open, and its link holds the focus.</summary>
    public string? Changed => Request.Query[ConsultationsLinks.ChangedField];

    /// <summary>Why an answer cannot leave where nobody answers without an invitation; null when it can.</summary>
    public string? Lacking { get; private set; }

    /// <summary>The invitation of this device has served meanwhile: what is sent counts like what comes by the open link.</summary>
    public bool IsOpenAfterAll { get; private set; }

    /// <summary>Nothing was answered: there is nothing to send.</summary>
    public bool IsEmpty => !GivenAnswers.Any(Visit.Route);

    /// <summary>Where whoever has answered nothing begins.</summary>
    public PageLink First => ConsultationsLinks.Page(Visit.Facts.Slug, Visit.Route.Pages.First(page => !ConsentPage.Is(page)).Code);

    /// <summary>Something was written in words, which are kept as they are.</summary>
    public bool HasWords => Written.Any();

    /// <summary>Answers in words by which their author might be reached.</summary>
    public IReadOnlyList<(ReviewedAnswer Answer, string Traces)> Traces =>
        [.. from answer in Written let traces = FieldMessages.SayTraces(PersonalTraces.In(answer.Words)) where traces is not null select (answer, traces)];

    private IEnumerable<ReviewedAnswer> Written => Sections.SelectMany(section => section.Groups).SelectMany(group => group.Answers).Where(answer => answer.Words is not null);

    /// <summary>« 6 réponses, 2 questions passées ».</summary>
    public string Count(ReviewedSection section) => (section.Given, section.Blank) switch
    {
        (0, var blank) => Blank(blank),
        (var given, 0) => Given(given),
        var (given, blank) => texts["check.given_and_blank", Given(given), Blank(blank)],
    };

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit) return NotFound();
        if (visit.Here != ConsultationsLinks.Check(slug)) return this.SeeOther(visit.Instead);
        Visit = visit;
        if (!visit.IsPretest)
        {
            var pass = await passes.OfAsync(HttpContext, visit.Campaign);
            if (visit.Facts.ByInvitationOnly) Lacking = pass switch { null => texts["submit.invitation_missing"], { HasServed: true } => texts["submit.invitation_served"], _ => null };
            else IsOpenAfterAll = pass is { HasServed: true };
        }

        Sections = AnswerReview.Of(visit.Route, visit.Screens);
        Back = visit.Route.Pages is [.., var last] ? ConsultationsLinks.Page(slug, last.Code) : ConsultationsLinks.Start(slug);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit) return NotFound();
        if (visit.Code is not { } code) return this.SeeOther(visit.Here);
        if (visit.IsPretest) return await TryAsync(visit, code);
        var began = begun.Read(Request, visit.Campaign, code);
        var sending = new Sending(Languages.Current) { On = Sending.DeviceOf(Request), Within = Sending.ClassOf(began.Taken), Came = Came.By(HttpContext, began.Judged), Invitation = InvitationPasses.TokenOf(Request, visit.Campaign), IsFilledThrough = EmptyField.IsFilled(Request.Form) };
        var sent = await submit.RunAsync(visit.Facts, code, sending, HttpContext.RequestAborted);
        if (sent.IsDone)
        {
            ResponseCookie.ForgetPages(Response);
            BegunCookie.Forget(Response, visit.Campaign);
            InvitationPasses.Forget(Response, visit.Campaign);
        }

        return this.SeeOther(After(visit, sent));
    }

    private async Task<IActionResult> TryAsync(Visit visit, string code)
    {
        await pretests.NoteAsync(visit.Facts, code, PageNote.Of(ReadPretest.Check, shown.Since(Request.Form[PageClock.Field]), Request.Form), HttpContext.RequestAborted);
        return this.SeeOther(After(visit, await trial.RunAsync(visit, Sending.ClassOf(begun.Read(Request, visit.Campaign, code).Taken), HttpContext.RequestAborted)));
    }

    // Each refusal has a page that says it better than an error would.
    private static PageLink After(Visit visit, Outcome sent) => sent.Refusal?.Kind switch
    {
        null => ConsultationsLinks.Receipt(visit.Facts.Slug),
        ProblemKind.Over => ConsultationsLinks.MyAnswers(visit.Facts.Slug),
        ProblemKind.Invalid => visit.Instead,
        _ => ConsultationsLinks.Start(visit.Facts.Slug),
    };

    private string Given(int count) => texts.Count("check.given_one", "check.given", count);

    private string Blank(int count) => texts.Count("check.blank_one", "check.blank", count);
}
