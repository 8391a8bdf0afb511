using Diapason.Consultations.Data;
using Diapason.Forms;
using Diapason.Platform.Outcomes;

namespace Diapason.Consultations.Writing;

/// <summary>A change that somebody makes of a draft.</summary>
/// <param name="Seen">The revision they looked at.</param>
/// <param name="Place">What they change.</param>
/// <param name="Act">A stable word for what they do.</param>
/// <param name="Make">The change, made on the draft as it stands; the place it leads to.</param>
internal sealed record DraftEdit(int Seen, DraftPlace Place, string Act, Func<Draft, Outcome<(Draft Draft, DraftPlace Place)>> Make);

/// <summary>What came of a change.</summary>
/// <param name="Place">Where to go on.</param>
/// <param name="Meanwhile">Somebody else had changed something else since: both are kept.</param>
internal sealed record DraftChange(DraftPlace Place, bool Meanwhile);

/// <summary>Changes a draft. What somebody else changed elsewhere meanwhile is kept; of two changes of one thing, the second is refused and shown both.</summary>
internal sealed class ChangeDraft(FindDraft find, KeepRevision keep)
{
    private const int Tries = 10;

    public async Task<Outcome<DraftChange>> RunAsync(Guid id, DraftEdit edit, CancellationToken cancel)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await find.RunAsync(id, cancel) is not { } state) return Problem.Absent();
            if (await IsChangedAsync(state, edit, cancel)) return Problem.Lost("writing.changed_meanwhile");
            var made = edit.Make(state.Draft);
            if (!made.IsDone) return made.Refusal!;
            var (draft, place) = made.Value;
            if (WritingRules.TooMuch(draft) is { } much) return much;
            var done = new DraftChange(place, state.Head != edit.Seen);
            if (WriteDraft.Of(draft) == WriteDraft.Of(state.Draft) || await keep.AddAsync(state.Revision, draft, new(edit.Act, place), cancel)) return done;
        }

        return Problem.Lost("writing.changed_meanwhile");
    }

    private async Task<bool> IsChangedAsync(DraftState state, DraftEdit edit, CancellationToken cancel)
    {
        if (state.Head == edit.Seen || await find.RevisionAsync(state.Id, edit.Seen, cancel) is not { } seen) return state.Head != edit.Seen;
        return WriteDraft.Of(DraftState.Read(seen), edit.Place) != WriteDraft.Of(state.Draft, edit.Place);
    }
}

/// <summary>Takes a step back, or takes it again: the former text comes back as a new revision.</summary>
internal sealed class StepDraft(FindDraft find, KeepRevision keep)
{
    /// <summary>Refused when somebody else changed something since: a step back would take theirs.</summary>
    public async Task<Outcome> RunAsync(Guid id, int seen, bool isBack, CancellationToken cancel)
    {
        if (await find.RunAsync(id, cancel) is not { } state) return Problem.Absent();
        if (state.Head != seen) return Problem.Lost("writing.step_meanwhile");
        if ((isBack ? state.Revision.Former : state.Revision.Next) is not { } number || await find.RevisionAsync(id, number, cancel) is not { } wanted) return Problem.Lost("writing.no_step");
        var left = state.Revision.Undone.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var undone = isBack ? [.. left, $"{state.Revision.Shows}"] : left[..^1];
        var step = new KeepRevision.Step(isBack ? "undone" : "redone", DraftPlace.Parse((isBack ? state.Revision : wanted).Place)) { Shows = wanted.Shows, Former = wanted.Former, Undone = string.Join(' ', undone) };
        return await keep.AddAsync(state.Revision, DraftState.Read(wanted), step, cancel) ? Outcome.Done : Problem.Lost("writing.step_meanwhile");
    }
}
