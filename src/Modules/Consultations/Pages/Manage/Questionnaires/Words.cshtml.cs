using Diapason.Consultations.Contracts;
using Diapason.Consultations.Writing;
using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Questionnaires;

/// <summary>What a draft would change of the version, in words.</summary>
internal sealed record WordsLine(DraftState State, string Title, IReadOnlyList<StateDifference> Words, IReadOnlyList<string> Breaks);

/// <summary>The words of a version that people answer: what a correction changes and does not, what was corrected and when, and what each draft of it would correct.</summary>
internal sealed class WordsModel(ChangeWords change, StartDraft start, DifferenceWords differences, IAuthorizationService authorization, Texts<ConsultationsModule> texts) : PageModel
{
    private Draft _stored = null!;

    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Version { get; set; }

    public string Title { get; private set; } = "";

    public bool Writes { get; private set; }

    /// <summary>Latest first.</summary>
    public IReadOnlyList<(DateOnly Day, StateDifference One)> Corrected { get; private set; } = [];

    public IReadOnlyList<WordsLine> Looks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await FindAsync() is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostCorrectAsync(Guid draft, int seen)
    {
        if (await FindAsync() is null) return NotFound();
        if (!Writes) return Forbid();
        return this.Answer(await change.RunAsync(draft, seen, Version!, HttpContext.RequestAborted), ConsultationsLinks.Questionnaires.With("done", "words"));
    }

    /// <summary>A draft to correct it from, when none bears its code any more.</summary>
    public async Task<IActionResult> OnPostDraftAsync()
    {
        if (await FindAsync() is not { } id) return NotFound();
        if (!Writes) return Forbid();
        var made = await start.CopyAsync(id, HttpContext.RequestAborted);
        return made.IsDone ? this.SeeOther(ConsultationsLinks.EditDraft(made.Value)) : this.Refuse(made);
    }

    private async Task<Guid?> FindAsync()
    {
        var cancel = HttpContext.RequestAborted;
        if (await change.FindAsync(Of ?? "", Version ?? "", cancel) is not { } stored || ReadDraft.From(stored.Definition).Draft is not { } draft) return null;
        (_stored, Title) = (draft, draft.Title.Here);
        Writes = (await authorization.AuthorizeAsync(User, null, WritingPolicy.Author)).Succeeded;
        Corrected = [.. ChangeWords.Read(stored.Corrections).Reverse().Select(one => (one.Day, new StateDifference(Say(new(DraftPlace.Parse(one.Place), DraftFate.Changed, one.Field, one.Before, one.After), draft), one.Before, one.After)))];
        if (Writes) Looks = await LooksAsync(cancel);
        return stored.Id;
    }

    private async Task<IReadOnlyList<WordsLine>> LooksAsync(CancellationToken cancel)
    {
        var lines = new List<WordsLine>();
        foreach (var state in await change.DraftsOfAsync(Of!, cancel))
            if (await change.LookAsync(state, Version!, cancel) is { } look)
                lines.Add(new(state, texts["words.draft", state.Draft.Title.Here, state.Revision.At.LocalDayAndTime], [.. look.Words.Select(one => new StateDifference(Say(one, state.Draft), one.Before, one.After))], [.. look.Breaks.Select(one => Say(one, state.Draft))]));
        return lines;
    }

    private string Say(DraftDifference one, Draft now) => differences.Say(one, _stored, now);
}
