using Diapason.Forms;
using Diapason.Platform.Outcomes;

namespace Diapason.Consultations.Writing;

/// <summary>Copies questions and sections of the bank, of another draft or of a version into a draft, after one of its things.</summary>
internal sealed class TakeQuestions(FindDraft find, ChangeDraft change)
{
    public const string Act = "taken";

    /// <summary>What came of it, and what was copied.</summary>
    public async Task<Outcome<(DraftChange Change, TakenQuestions Taken)>> RunAsync(Guid id, int seen, DraftPlace after, (Guid From, IReadOnlyList<DraftPlace> Places) what, CancellationToken cancel)
    {
        if (await find.TextAsync(what.From, cancel) is not { } source) return Problem.Invalid("writing.nothing_to_copy", "from");
        if (what.Places.Count == 0) return Problem.Invalid("take.nothing", "take.0");
        TakenQuestions taken = null!;
        var changed = await change.RunAsync(id, new DraftEdit(seen, after, Act, (state, _) =>
        {
            taken = TakeIntoDraft.Run(state.Draft, state.Draft.Where(after), source, what.Places);
            return taken.Questions == 0 ? Problem.Invalid("take.nothing", "take.0") : (taken.Draft, taken.Place);
        }), cancel);
        return changed.IsDone ? (changed.Value, taken) : changed.Refusal!;
    }
}
