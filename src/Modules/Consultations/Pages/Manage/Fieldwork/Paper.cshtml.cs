using System.Globalization;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Paper;
using Diapason.Consultations.Reaching;
using Diapason.Design;
using Diapason.Forms;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Consultations.Pages.Manage.Fieldwork;

/// <summary>The questionnaire to print, in the language of the page: a master to photocopy, or copies whose slips each bear a code drawn as they are shown, and kept nowhere.</summary>
internal sealed class PaperModel(CampaignDirectory campaigns, DiapasonDb db, CurrentCouncil council, CampaignAddresses addresses, PaperRouting routing, Texts<ConsultationsModule> texts, TimeProvider clock) : FieldworkPage(campaigns, db)
{
    public const int MostCopies = 30;

    private const int LongestAddress = 200;

    public Council Council => council.Value;

    public Screens Screens => Campaign.In(Languages.Current);

    public string Size => Request.Query["paper"] == "a4" ? "a4" : "letter";

    public IReadOnlyList<Choice> Sizes => [new("letter", texts["poster.letter"]), new("a4", texts["poster.a4"])];

    public string Copies => Request.Query["copies"].ToString();

    /// <summary>One for each copy; null on a master, which has none.</summary>
    public IReadOnlyList<string?> Codes { get; private set; } = [null];

    public string ReturnTo => Request.Query["to"].ToString().Trim() is { Length: > 0 and <= LongestAddress } to ? to : texts["paper.who_gave_it"];

    public bool IsOpen => Facts.StateAt(clock.GetUtcNow().UtcDateTime) == CampaignState.Open;

    public string Address => addresses.Of(Request, Facts, null, null);

    public string ResumeAddress => CampaignAddresses.InLetters(Url.Whole(ConsultationsLinks.Resume));

    public string ConsentWords => Screens.Say(Form.Consent.Field.Variable.Question.Body, Languages.Current);

    public string For(PaperQuestion question) => routing.For(Form, question.Screen.Question, Facts.Questionnaire);

    /// <summary>When a choice is offered.</summary>
    public string For(PaperQuestion question, Choice choice) => routing.For(Form, question.Screen.Question, choice.Value, Facts.Questionnaire);

    /// <summary>How it is filled in.</summary>
    public PaperAsk AskOf(PaperQuestion question) => new PaperAsks(question.Screen, Languages.Current, texts).Of(question.Screen.Question);

    public IReadOnlyList<string> After(PaperQuestion question) => routing.After(Form, question, Facts.Questionnaire);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(council.Id, id, cancel)) return NotFound();
        if (Copies.Length == 0) return Page();
        if (!int.TryParse(Copies, NumberStyles.None, CultureInfo.InvariantCulture, out var copies) || copies > MostCopies) ModelState.AddModelError("copies", texts["paper.too_many", MostCopies]);
        else if (copies > 0) Codes = [.. Enumerable.Range(0, copies).Select(_ => SecretCodes.Write(AnswerCodes.Resume, SecretCode.New()))];
        return Page();
    }
}
