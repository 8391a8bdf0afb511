using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Diapason.Text;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Consultations.Pages.Manage.Consultations.Invitations;

/// <summary>The subject and the text of a campaign's mails, in each language of the council.</summary>
internal sealed class MessageModel(ICampaigns campaigns, CurrentCouncil council, InvitationWords words, WriteMessage write, TryMessage trial, IEnumerable<IStaffNames> staff, PublicAddress site, Texts<ConsultationsModule> texts) : InvitationsPage(campaigns, council)
{
    public MailWords Words { get; private set; } = null!;

    public IReadOnlyList<string> Languages => Council.Languages;

    public async Task<IActionResult> OnGetAsync(Guid id, string kind)
    {
        if (await KindAsync(id, kind) is not { } mail) return NotFound();
        Words = await words.OfAsync(id, mail, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string kind)
    {
        if (await KindAsync(id, kind) is not { } mail) return NotFound();
        Words = new MailWords(mail, Typed("subject."), Typed("body."));
        return this.Answer(await write.RunAsync(Facts, Words, HttpContext.RequestAborted), ConsultationsLinks.Invitations(id).With("done", "written"), field => field, Say);
    }

    /// <summary>Keeps the words, then sends them to whoever wrote them, in one language.</summary>
    public async Task<IActionResult> OnPostTryAsync(Guid id, string kind)
    {
        if (await KindAsync(id, kind) is not { } mail) return NotFound();
        Words = new MailWords(mail, Typed("subject."), Typed("body."));
        var (cancel, language) = (HttpContext.RequestAborted, Request.Form["language"].ToString());
        var kept = await write.RunAsync(Facts, Words, cancel);
        if (!kept.IsDone) return this.Answer(kept, ConsultationsLinks.Invitations(id), field => field, Say);
        var me = StaffMember.Of(User, Council.Id)!.AccountId;
        var email = staff.FirstOrDefault() is { } names ? await names.EmailOfAsync(me, cancel) : null;
        return this.Answer(await trial.RunAsync(Facts, (mail, language), (email, InvitationAddresses.HeadOf(Request, site)), cancel), ConsultationsLinks.Message(id, kind).With("done", "tried").With("in", language));
    }

    /// <summary>The trial that has just left.</summary>
    public string? Done => Request.Query["done"] == "tried" && Request.Query["in"].ToString() is { } language && Languages.Contains(language) ? texts["message.tried", Platform.Language.Languages.NameOf(language)] : null;

    /// <summary>What may stand in the words, as one writes it in the language of the page, then in each of the council's that has others.</summary>
    public string Places
    {
        get
        {
            var here = InvitationMail.PlacesIn(Platform.Language.Languages.Current);
            var others = Languages.Select(language => (Name: Platform.Language.Languages.NameOf(language), Places: InvitationMail.PlacesIn(language))).Where(there => !there.Places.SequenceEqual(here));
            return string.Join(' ', [texts["message.places", here[0], here[1], here[2], here[3]], .. others.Select(there => texts["message.places_in", there.Name, string.Join(", ", there.Places)])]);
        }
    }

    public static string Written(LocalizedText words, string language) => words.Has(language) ? words.In(language) : "";

    private LocalizedText Typed(string field) => LocalizedText.Of(Languages.Select(language => (language, (string?)Request.Form[field + language].ToString().ReplaceLineEndings("\n").Trim())));

    /// <summary>Read away from the fields, a problem says which language is meant.</summary>
    private string Say(Problem problem) =>
        problem.Field is { } field && field.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? texts["message.in_language", PageAnswers.Say(this, problem), Platform.Language.Languages.NameOf(field[(dot + 1)..])] : PageAnswers.Say(this, problem);

    private async Task<MailKind?> KindAsync(Guid id, string kind) => Enum.TryParse<MailKind>(kind, ignoreCase: true, out var mail) && Enum.IsDefined(mail) && await FindAsync(id) ? mail : null;
}
