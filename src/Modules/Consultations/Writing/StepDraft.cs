using Diapason.Forms;
using Diapason.Platform.Outcomes;

namespace Diapason.Consultations.Writing;

/// <summary>Takes a step back, takes it again, or goes back to any former state: the former text comes back as a new revision.</summary>
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

    /// <summary>Gives a former state back, as a change that can be taken back like any other.</summary>
    public async Task<Outcome> ToAsync(Guid id, int seen, int number, CancellationToken cancel)
    {
        if (await find.RunAsync(id, cancel) is not { } state || await find.RevisionAsync(id, number, cancel) is not { } wanted) return Problem.Absent();
        if (state.Head != seen) return Problem.Lost("writing.step_meanwhile");
        if (wanted.Checksum == state.Revision.Checksum) return Outcome.Done;
        return await keep.AddAsync(state.Revision, DraftState.Read(wanted), new("returned", DraftPlace.Heading), cancel) ? Outcome.Done : Problem.Lost("writing.step_meanwhile");
    }
}
