using System.Collections.Frozen;
using System.Globalization;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Images;
using Diapason.Consultations.Writing;
using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Draft = Diapason.Forms.Draft;

namespace Diapason.Consultations.Pages.Manage.Questionnaires.Author;

/// <summary>A draft and one of its things: the true question in each language, its form, and what can be done with it. Every button saves what is typed; what is refused comes back as it was typed.</summary>
internal sealed class EditModel(FindDraft find, ChangeDraft change, StepDraft step, ChangeWords correct, SentImages images, DraftWords words, DifferenceWords differences, Texts<ConsultationsModule> texts) : PageModel
{
    private const int MostTold = 5;
    private static readonly string[] Told = ["saved", "undone", "redone", "removed", "moved", "copied", "added", "returned"];
    private bool _isThisChanged;

    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    /// <summary>The revision that was looked at, when somebody else changed something since.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Since { get; set; }

    /// <summary>How many questions were just copied, and how many of their rules could not be.</summary>
    [BindProperty(SupportsGet = true)]
    public int Count { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Rules { get; set; }

    public DraftState State { get; private set; } = null!;

    /// <summary>The latest version of it that people have been asked; null when there is none.</summary>
    public string? Asked { get; private set; }

    /// <summary>The codes that answers are kept under.</summary>
    public IReadOnlySet<string> AskedCodes { get; private set; } = FrozenSet<string>.Empty;

    /// <summary>As it is stored, or as it was typed and refused.</summary>
    public Draft Draft { get; private set; } = null!;

    public DraftPlace Place { get; private set; } = DraftPlace.Heading;

    /// <summary>What somebody else saved of this very thing meanwhile: what is typed here, what is stored.</summary>
    public IReadOnlyList<(string Field, string Mine, string Theirs)> Both { get; private set; } = [];

    /// <summary>What somebody else saved of this thing and nobody changed here: it is in the form.</summary>
    public IReadOnlyList<string> Taken { get; private set; } = [];

    /// <summary>What somebody else changed while this was written, in words; null when nobody did.</summary>
    public IReadOnlyList<string>? Meanwhile { get; private set; }

    public IReadOnlyList<LackLine> Lacks => LackLine.Of(State, words);

    public DraftWords Words => words;

    public string? Done => Array.Find(Told, told => told == Request.Query["done"]) is { } told ? texts["writing.done." + told, words.Name(Draft, Place)] : Request.Query["done"] == TakeQuestions.Act ? texts[Rules > 0 ? "take.done_rules" : "take.done", Count, Rules] : null;

    public string Heading => words.Ready(State);

    /// <summary>The code of this thing as its field shows it: nothing while it holds the place of one made from words.</summary>
    public string CodeField => Draft.Find(Place)?.Code is { } code && (AskedCodes.Contains(code) || !NewCode.IsStandIn(code)) ? code : "";

    /// <summary>What a field of this thing lacks, said beside it.</summary>
    public string? Wrong(Func<DraftLack, bool> isOf) => State.Lacks.FirstOrDefault(lack => lack.Place == Place && isOf(lack)) is { } lack ? Begun(words.Say(lack)) : null;

    /// <summary>The question as people meet it, in a language; null when it cannot be drawn.</summary>
    public FilledPage? Sheet(DraftQuestion question, string language)
    {
        if (FillDraft.Alone(Draft, question, $"{NewCode.Spell(question.Code)}_{language}") is not { } alone) return null;
        return new FilledPage(new Screens(alone, language).Of(alone.Pages[0]), alone.RouteFor(AnswerSet.Empty), null, language);
    }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id, At)) return NotFound();
        if (Since is { } since && await find.RevisionAsync(id, since, HttpContext.RequestAborted) is { } seen && await find.RevisionAsync(id, State.Head - 1, HttpContext.RequestAborted) is { } others)
            Meanwhile = Between(DraftState.Read(seen), DraftState.Read(others));
        return Page();
    }

    /// <summary>Saves what is typed, then does what the button says.</summary>
    public async Task<IActionResult> OnPostSaveAsync(Guid id, string? act)
    {
        if (!await FindAsync(id, At)) return NotFound();
        // What is still being typed belongs to the step that is taken back.
        var saved = await KeepTypedAsync(id, act is ActOnDraft.Undo or ActOnDraft.Redo ? ChangeDraft.Written : "changed");
        if (!saved.IsDone) return this.Refuse(saved);
        return string.IsNullOrEmpty(act) ? Then(id, saved.Value, "saved") : await ActAsync(id, act, saved.Value);
    }

    /// <summary>Saves what is being typed, for a script that stays on the page.</summary>
    public async Task<IActionResult> OnPostKeepAsync(Guid id)
    {
        if (!await FindAsync(id, At)) return NotFound();
        var kept = await KeepTypedAsync(id, ChangeDraft.Written);
        if (!kept.IsDone) return new JsonResult(new { why = this.Say(kept.Refusal!) }) { StatusCode = (int)kept.Refusal!.Kind };
        await FindAsync(id, kept.Value.Place.ToString());
        return new JsonResult(new { seen = kept.Value.Head, at = kept.Value.Place.ToString(), code = CodeField, stale = _isThisChanged, said = texts["writing.kept_at", State.Revision.At.LocalDayAndTime] });
    }

    /// <summary>Does what was confirmed on a page of its own, where nothing is typed.</summary>
    public async Task<IActionResult> OnPostActAsync(Guid id, string act)
    {
        if (!await FindAsync(id, At)) return NotFound();
        var outcome = await RunAsync(id, act, Seen);
        return outcome.IsDone ? Then(id, outcome.Value, ActOnDraft.Told(act)) : this.Refuse(outcome);
    }

    private async Task<IActionResult> ActAsync(Guid id, string act, DraftChange saved)
    {
        var isStep = act is ActOnDraft.Undo or ActOnDraft.Redo;
        var refused = isStep && saved.Since is not null ? Problem.Lost("writing.step_meanwhile")
            : act == ChangeDraft.Remove && _isThisChanged ? Problem.Lost("writing.changed_meanwhile") : null;
        await FindAsync(id, saved.Place.ToString());
        if (refused is not null) return this.Refuse(refused);
        if (isStep)
        {
            var (before, here) = (Draft, Place);
            var stepped = await step.RunAsync(id, saved.Head, act == ActOnDraft.Undo, HttpContext.RequestAborted);
            if (!stepped.IsDone) return this.Refuse(stepped);
            // A step may give a thing the code it had, or take it back: one stays beside it.
            await FindAsync(id, here.ToString());
            return this.SeeOther(ConsultationsLinks.EditDraft(id, (RenamedInDraft.Find(before, State.Draft, here) ?? here).ToString()).With("done", ActOnDraft.Told(act)));
        }

        if (act == "take") return this.SeeOther(ConsultationsLinks.TakeQuestions(id, Place.ToString()));
        if (act == ChangeDraft.Remove && ActOnDraft.Holds(Draft, Place)) return this.SeeOther(ConsultationsLinks.RemoveFromDraft(id, Place.ToString()));
        var outcome = await RunAsync(id, act, saved.Head);
        return outcome.IsDone ? Then(id, outcome.Value with { Since = saved.Since }, ActOnDraft.Told(act)) : this.Refuse(outcome);
    }

    private Task<Outcome<DraftChange>> RunAsync(Guid id, string act, int seen)
    {
        var (place, kind) = (Place, Request.Form["new_kind"].ToString());
        return change.RunAsync(id, new DraftEdit(seen, place, act, (state, _) => ActOnDraft.Run(state, state.Draft.Where(place), act, kind)), HttpContext.RequestAborted);
    }

    private async Task<Outcome<DraftChange>> KeepTypedAsync(Guid id, string act)
    {
        var (sent, refused) = await images.RunAsync(Request.Form, HttpContext.RequestAborted);
        var (form, place) = (new PartForm(sent, Draft.Languages) { IsUnderWay = act == ChangeDraft.Written, Asked = AskedCodes }, Place);
        if ((form.FindTooLong() ?? refused) is not { } wrong) return await change.RunAsync(id, new DraftEdit(Seen, place, act, (state, seen) => Put(form, place, state, seen)) { Sitting = Sitting }, HttpContext.RequestAborted);
        if (form.Put(Draft, place, Draft) is { IsDone: true } typed) (Draft, Place) = typed.Value;
        return wrong;
    }

    // Whatever comes of it, the page shows what was typed.
    private Outcome<(Draft Draft, DraftPlace Place)> Put(PartForm form, DraftPlace place, DraftState state, Draft? seen)
    {
        var put = form.Put(state.Draft, place, seen);
        (State, Draft) = (state, state.Draft);
        if (put.IsDone) (Draft, Place) = put.Value;
        else if (seen is not null && new PartForm(form.Sent, seen.Languages).Put(seen, place, seen) is { IsDone: true } gone) (Draft, Place) = gone.Value;
        else Place = DraftPlace.Heading;
        _isThisChanged = seen is null || WriteDraft.Of(seen, seen.Where(place)) != WriteDraft.Of(state.Draft, state.Draft.Where(place));
        Both = [.. form.Merged.Both.Select(both => (differences.Field(both.Field, Draft, Place), differences.Value(both.Field, both.Mine, Draft, Place), differences.Value(both.Field, both.Theirs, Draft, Place)))];
        Taken = [.. form.Merged.Taken.Select(field => differences.Field(field, Draft, Place))];
        return form.Wrong ?? (put.IsDone && Both.Count > 0 ? Problem.Lost("writing.changed_meanwhile") : put);
    }

    private IActionResult Then(Guid id, DraftChange done, string told)
    {
        var more = Request.Form[PartForm.Then].ToString();
        var link = ConsultationsLinks.EditDraft(id, done.Place.ToString()).With("done", told).With("since", done.Since);
        if (more.EndsWith(".more", StringComparison.Ordinal)) link = link.With("more", more.Split('.')[0]);
        if (more == RuleForm.Add) link = link.With("rule", Request.Form[RuleForm.Add].ToString());
        return this.SeeOther(link.At(more.Contains('.', StringComparison.Ordinal) ? "liste-" + more.Split('.')[0] : "contenu"));
    }

    private string[] Between(Draft seen, Draft others) => [.. CompareDrafts.Run(seen, others).Take(MostTold).Select(one => differences.Say(one, seen, others))];

    // Beside its field, a sentence begins with a capital.
    private static string Begun(string sentence) => sentence.Length == 0 ? sentence : char.ToUpper(sentence[0], CultureInfo.CurrentCulture) + sentence[1..];

    private string? Sitting => Request.Form["sitting"].ToString() is { Length: > 0 and <= 40 } sitting ? sitting : null;

    private int Seen => int.TryParse(Request.Form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;

    private async Task<bool> FindAsync(Guid id, string? at)
    {
        if (await find.RunAsync(id, HttpContext.RequestAborted) is not { } state) return false;
        (State, Draft, Place) = (state, state.Draft, state.Draft.Where(DraftPlace.Parse(at)));
        // A form is put where it was opened: what somebody else took out is told, not taken for the heading.
        if (!Draft.Has(Place) && !Request.HasFormContentType) Place = DraftPlace.Heading;
        Asked = await correct.AskedAsync(Draft.Code, HttpContext.RequestAborted);
        if (Asked is not null) AskedCodes = await correct.AskedCodesAsync(Draft.Code, HttpContext.RequestAborted);
        return true;
    }
}
