using System.Globalization;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Writing;
using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Draft = Diapason.Forms.Draft;

namespace Diapason.Consultations.Pages.Manage.Questionnaires.Author;

/// <summary>A draft and one of its things: the true question in each language, its form, and what can be done with it. What is refused comes back as it was typed.</summary>
internal sealed class EditModel(FindDraft find, ChangeDraft change, StepDraft step, DraftWords words, Texts<ConsultationsModule> texts) : PageModel
{
    private static readonly string[] Told = ["saved", "undone", "redone", "removed"];

    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    public DraftState State { get; private set; } = null!;

    /// <summary>As it is stored, or as it was typed and refused.</summary>
    public Draft Draft { get; private set; } = null!;

    public DraftPlace Place { get; private set; } = DraftPlace.Heading;

    /// <summary>What somebody else saved of this very thing meanwhile: what is typed here, what is stored.</summary>
    public IReadOnlyList<(string Field, string Mine, string Theirs)> Both { get; private set; } = [];

    public IReadOnlyList<LackLine> Lacks => LackLine.Of(State, words);

    public DraftWords Words => words;

    public string? Done => Array.Find(Told, told => told == Request.Query["done"]) is { } told ? texts["writing.done." + told] : null;

    public bool Meanwhile => Request.Query["meanwhile"] == "1";

    public string Heading => State.Lacks.Count switch
    {
        0 => texts["writing.ready"],
        1 => texts["writing.lacks_one"],
        var count => texts["writing.lacks_many", count],
    };

    /// <summary>What a field of this thing lacks, said beside it.</summary>
    public string? Wrong(Func<DraftLack, bool> isOf) => State.Lacks.FirstOrDefault(lack => lack.Place == Place && isOf(lack)) is { } lack ? Begun(words.Say(lack)) : null;

    /// <summary>The question as people meet it, in a language; null when it cannot be drawn.</summary>
    public FilledPage? Sheet(DraftQuestion question, string language)
    {
        if (FillDraft.Alone(Draft, question, $"{NewCode.Spell(question.Code)}_{language}") is not { } alone) return null;
        return new FilledPage(new Screens(alone, language).Of(alone.Pages[0]), alone.RouteFor(AnswerSet.Empty), null, language);
    }

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSaveAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        var form = new PartForm(Request.Form, Draft.Languages);
        Outcome<DraftChange> outcome = form.FindTooLong() is { } tooLong ? tooLong : await change.RunAsync(id, new DraftEdit(Seen, Place, "changed", draft => form.Put(draft, Place)), HttpContext.RequestAborted);
        if (outcome.IsDone) return Then(id, outcome.Value, "saved");
        await FindAsync(id);
        if (form.Put(Draft, Place) is { IsDone: true } typed) ShowTyped(typed.Value.Draft, outcome.Refusal!.Kind == ProblemKind.Lost);
        return this.Refuse(outcome);
    }

    public async Task<IActionResult> OnPostActAsync(Guid id, string act)
    {
        if (!await FindAsync(id)) return NotFound();
        var cancel = HttpContext.RequestAborted;
        if (act is "undo" or "redo")
        {
            var stepped = await step.RunAsync(id, Seen, act == "undo", cancel);
            return stepped.IsDone ? this.SeeOther(ConsultationsLinks.EditDraft(id, At).With("done", act == "undo" ? "undone" : "redone")) : this.Refuse(stepped);
        }

        if (act == "remove" && Request.Form["confirmed"] != "1" && Holds(Draft, Place)) return this.SeeOther(ConsultationsLinks.RemoveFromDraft(id, Place.ToString()));
        var outcome = await change.RunAsync(id, new DraftEdit(Seen, Place, act, draft => Act(draft, act)), cancel);
        return outcome.IsDone ? Then(id, outcome.Value, act == "remove" ? "removed" : null) : this.Refuse(outcome);
    }

    /// <summary>Whether taking it out takes more than a question that nothing rests on.</summary>
    public static bool Holds(Draft draft, DraftPlace place) =>
        RulesOfDraft.Using(draft, place).Count > 0 || draft.Find(place) is DraftSection { Pages.Count: > 0 } or DraftPage { Questions.Count: > 0 };

    private Outcome<(Draft Draft, DraftPlace Place)> Act(Draft draft, string act)
    {
        var kind = Request.Form["kind"].ToString() is { Length: > 0 } word && QuestionKinds.Words.Contains(word) ? word : SingleQuestion.Word;
        return act switch
        {
            "up" or "down" => MoveInDraft.Run(draft, Place, act == "up"),
            "copy" => AddToDraft.Copy(draft, Place),
            "remove" => (draft.With(Place), Beside(draft)),
            "add_question" => AddToDraft.QuestionOnItsPage(draft, Place, kind),
            "add_here" => AddToDraft.QuestionOnPage(draft, Place, kind),
            "add_section" => AddToDraft.Section(draft, Place),
            _ => Problem.Absent(),
        };
    }

    /// <summary>Where one goes on once a thing is taken out.</summary>
    private DraftPlace Beside(Draft draft) => draft.PageOf(Place) is { Questions.Count: > 1 } page && Place.Kind == DraftPlaceKind.Question ? DraftPlace.Of(page)
        : draft.SectionOf(Place) is { } section && Place.Kind != DraftPlaceKind.Section ? DraftPlace.Of(section) : DraftPlace.Heading;

    private IActionResult Then(Guid id, DraftChange done, string? told)
    {
        var more = Request.Form[PartForm.Then].ToString();
        var link = ConsultationsLinks.EditDraft(id, done.Place.ToString()).With("done", told).With("meanwhile", done.Meanwhile ? "1" : null);
        if (more.EndsWith(".more", StringComparison.Ordinal)) link = link.With("more", more.Split('.')[0]);
        if (more == RuleForm.Add) link = link.With("rule", Request.Form[RuleForm.Add].ToString());
        return this.SeeOther(link.At(more.Contains('.', StringComparison.Ordinal) ? "liste-" + more.Split('.')[0] : "contenu"));
    }

    private void ShowTyped(Draft typed, bool isLost)
    {
        if (isLost) Both = [.. CompareDrafts.Fields(typed, State.Draft, Place).Select(one => (words.Field(one.Field), one.Before, one.After))];
        Draft = typed;
    }

    // Beside its field, a sentence begins with a capital.
    private static string Begun(string sentence) => sentence.Length == 0 ? sentence : char.ToUpper(sentence[0], CultureInfo.CurrentCulture) + sentence[1..];

    private int Seen => int.TryParse(Request.Form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;

    private async Task<bool> FindAsync(Guid id)
    {
        if (await find.RunAsync(id, HttpContext.RequestAborted) is not { } state) return false;
        (State, Draft, Place) = (state, state.Draft, DraftPlace.Parse(At));
        if (!Draft.Has(Place)) Place = DraftPlace.Heading;
        return true;
    }
}
