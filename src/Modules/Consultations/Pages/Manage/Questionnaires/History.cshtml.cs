using System.Globalization;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Writing;
using Diapason.Design;
using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Questionnaires;

/// <summary>One difference between two states: of what, and what each says.</summary>
internal sealed record StateDifference(string What, string Before, string After);

/// <summary>Every change of a draft, latest first: who, when, what. Two states are compared side by side, and a former one can be given back.</summary>
internal sealed class HistoryModel(FindDraft find, ReadHistory read, StepDraft step, DifferenceWords differences, IAuthorizationService authorization, Texts<ConsultationsModule> texts) : PageModel
{
    public DraftState State { get; private set; } = null!;

    public IReadOnlyList<RevisionLine> Lines { get; private set; } = [];

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public int From { get; private set; }

    public int To { get; private set; }

    /// <summary>Null until two are compared.</summary>
    public IReadOnlyList<StateDifference>? Differences { get; private set; }

    /// <summary>Where the earlier changes begin; null when all are shown.</summary>
    public int? Earlier => Lines.Count == ReadHistory.Most ? Lines[^1].Number : null;

    public bool Writes { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int? from, int? to, int? until) => await FindAsync(id, from, to, until) ? Page() : NotFound();

    public async Task<IActionResult> OnPostReturnAsync(Guid id, int number, int seen)
    {
        if (!(await authorization.AuthorizeAsync(User, null, WritingPolicy.Author)).Succeeded) return Forbid();
        if (!await FindAsync(id, number, null, null)) return NotFound();
        return this.Answer(await step.ToAsync(id, seen, number, HttpContext.RequestAborted), ConsultationsLinks.EditDraft(id).With("done", "returned"));
    }

    private async Task<bool> FindAsync(Guid id, int? from, int? to, int? until)
    {
        var cancel = HttpContext.RequestAborted;
        if (await find.RunAsync(id, cancel) is not { } state) return false;
        State = state;
        Writes = (await authorization.AuthorizeAsync(User, null, WritingPolicy.Author)).Succeeded;
        Lines = await read.RunAsync(id, until, cancel);
        var states = await read.StatesAsync(id, cancel);
        Choices = [.. states.Select(one => new Choice(one.Number.ToString(CultureInfo.InvariantCulture), texts["history.choice", one.Number, one.At.LocalDayAndTime]))];
        (From, To) = (from ?? (states.Count > 1 ? states[1].Number : state.Head), to ?? state.Head);
        if ((from is null && to is null) || await find.RevisionAsync(id, From, cancel) is not { } was || await find.RevisionAsync(id, To, cancel) is not { } now) return true;
        var (before, after) = (DraftState.Read(was), DraftState.Read(now));
        Differences = [.. CompareDrafts.Run(before, after).Select(one => Say(one, before, after))];
        return true;
    }

    private StateDifference Say(DraftDifference one, Draft before, Draft after) =>
        new(differences.Say(one, before, after), differences.Value(one.Field, one.Before, before, one.Place), differences.Value(one.Field, one.After, after, one.Place));
}
