using System.Globalization;
using Diapason.Design;
using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;
using Diapason.Needs.Paths;
using Diapason.Needs.Reference;
using Diapason.Needs.Wording;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Diapason.Text;
using Diapason.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>
/// A need in one's own words: what is understood is shown, struck or added, then leads to steps. What is written stays in the form, from one answer of the server to the next: it is in no address, cookie, log or table.
/// </summary>
internal sealed class WordsModel(CurrentPath path, WordsLibrary library, Texts<NeedsModule> texts) : ReferencePage(path)
{
    /// <summary>The place of what was understood, under the form.</summary>
    public const string Place = "understood";

    /// <summary>What the steps, or the sentence again, ask of the form.</summary>
    public const string ToSteps = "steps", ToUpdate = "update", ToGoOn = "go-on";

    private CouncilWords _words = null!;

    [BindProperty]
    public WordsForm Input { get; set; } = new();

    public Understanding? Found { get; private set; }

    public List<FieldError> Errors { get; } = [];

    /// <summary>What is shown of what was understood.</summary>
    public ShownWords Shown { get; private set; } = null!;

    /// <summary>People first: what was understood waits until it is asked for.</summary>
    public bool IsDistress => Found is { IsDistress: true } && Input.Act != ToGoOn && !Input.GoesOn;

    /// <summary>Those said on this form; before it asks, those said earlier in this browser.</summary>
    public LimitsForm Limits { get; private set; } = null!;

    public Lexicon Lexicon => Reference.Lexicon!;

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(context, () =>
        {
            if (Reference.Lexicon is not null) return next();
            context.Result = new NotFoundResult();
            return Task.FromResult(new PageHandlerExecutedContext(PageContext, context.Filters, context.HandlerMethod, this));
        });

    /// <summary>What is said in each language that is understood here, to somebody who reads this page in another; null for everybody else.</summary>
    public LocalizedText? OnlyIn => LanguageWords.Known.Contains(Languages.Current) ? null
        : texts.InAll("words.only_in", LocalizedText.Of(LanguageWords.Known.Select(language => (language, (string?)string.Join(", ", LanguageWords.Known.Select(known => Languages.NameIn(known, language)))))));

    public void OnGet() => library.Prepare(Reference);

    public IActionResult OnPost()
    {
        if (Request.Form["act"] == "back") return this.SeeOther(NeedsLinks.Start);
        // The same form, sent again to the page in the other language: what is typed goes along, and nowhere else.
        if (Languages.AskedBy(Request.Form["act"]) is { } asked && asked != Languages.Current) return new RedirectResult(Languages.AddressAskedBy(Request), permanent: false, preserveMethod: true);
        Input.Act = Request.Form["act"].ToString();
        if (!Check()) return Refused();
        Read();
        if (Input.Act != ToSteps || IsDistress) return Page();
        if (ProfileOfWords.Called(Found!).Count == 0) return Refuse("Input.Add", texts["words.none_called"]);
        var (said, limits) = (ProfileOfWords.Of(Found!, Input.Corrected(Reference, Found!), _words, Reference), Limits.Said);
        Path.Keep(new PathState { Profile = said with { Limits = limits.Limits, Region = limits.Region, Discipline = limits.Discipline }, IsComplete = true });
        return this.SeeOther(NeedsLinks.MySteps);
    }

    private bool Check()
    {
        Input.Text = (Input.Text ?? "").Trim();
        if (Input.Text.Length == 0) Refuse("Input.Text", texts["words.empty"]);
        else if (Input.Text.Length > WordMatcher.MostCharacters) Refuse("Input.Text", texts["words.too_long", InFigures(Input.Text.Length), InFigures(WordMatcher.MostCharacters)]);
        return Errors.Count == 0;
    }

    public static string InFigures(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private PageResult Refuse(string field, string message)
    {
        Errors.Add(new FieldError(field, message));
        ModelState.AddModelError(field, message);
        return Refused();
    }

    private PageResult Refused()
    {
        Response.StatusCode = 422;
        return Page();
    }

    private void Read()
    {
        _words = library.Of(Reference);
        var before = new LimitsForm(Reference, texts) { Said = Path.Read()?.Profile ?? new Profile { Heard = NeedOrigin.OwnWords } };
        Limits = new LimitsForm(Reference, texts) { Said = before.Read(Request.Form), IsInside = true };
        if (Lexicon.Idea(Input.Add ?? "") is { } added && !Input.Added.Contains(added.Code)) Input.Added = [.. Input.Added, added.Code];
        Input.Add = null;
        Found = _words.Matcher.Understand(Input.Text!, Languages.Current, Input.Struck(Lexicon), Input.Added);
        // What is typed again is read afresh: what was corrected before belongs to another sentence.
        if (!Input.IsReviewed) Input.TakeFrom(Found, Reference);
        else if (Input.Struck(Lexicon).Count + Input.Added.Count > 0) Input.Follow(_words.Matcher.Understand(Input.Text!, Languages.Current), Found);
        Input.GoesOn |= Input.Act == ToGoOn;
        Shown = new ShownWords(Found, Input.Text!, Reference, texts);
        ModelState.Clear();
    }
}
