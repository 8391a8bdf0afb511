using Diapason.Consultations.Data;
using Diapason.Forms;
using Diapason.Platform.Outcomes;

namespace Diapason.Consultations.Writing;

/// <summary>A change that somebody makes of a draft.</summary>
/// <param name="Seen">The revision they looked at.</param>
/// <param name="Place">What they change.</param>
/// <param name="Act">A stable word for what they do.</param>
/// <param name="Make">The change, made on the draft as it stands beside the one they looked at, null when nobody knows it any more; the draft and the place it leads to.</param>
internal sealed record DraftEdit(int Seen, DraftPlace Place, string Act, Func<DraftState, Draft?, Outcome<(Draft Draft, DraftPlace Place)>> Make)
{
    /// <summary>The open page that saves what is written on it: what it saved before is not somebody else's. Null for a page without script.</summary>
    public string? Sitting { get; init; }
}

/// <summary>What came of a change.</summary>
/// <param name="Place">Where to go on.</param>
/// <param name="Head">The latest revision then.</param>
/// <param name="Since">The revision that was looked at, when somebody else changed something since: both are kept.</param>
internal sealed record DraftChange(DraftPlace Place, int Head, int? Since);

/// <summary>Changes a draft. What somebody else changed meanwhile is kept, elsewhere and in the same thing; of two changes of one field, the second is refused and shown both.</summary>
internal sealed class ChangeDraft(FindDraft find, KeepRevision keep)
{
    /// <summary>Saved while it is written: what follows soon on the same thing is one step.</summary>
    public const string Written = "written";

    public const string Remove = "remove";
    private const int Tries = 10;

    public async Task<Outcome<DraftChange>> RunAsync(Guid id, DraftEdit edit, CancellationToken cancel)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await find.RunAsync(id, cancel) is not { } state) return Problem.Absent();
            var number = await find.SeenAsync(state, edit.Seen, edit.Sitting, cancel);
            var seen = number == state.Head ? state.Draft : await find.RevisionAsync(id, number, cancel) is { } revision ? DraftState.Read(revision) : null;
            // What somebody else has just changed is not taken out unseen.
            if (edit.Act == Remove && (seen is null || WriteDraft.Of(seen, seen.Where(edit.Place)) != WriteDraft.Of(state.Draft, state.Draft.Where(edit.Place)))) return Problem.Lost("writing.changed_meanwhile");
            var made = edit.Make(state, seen);
            if (!made.IsDone) return made.Refusal!;
            var (draft, place) = made.Value;
            if (WritingRules.TooMuch(draft) is { } much) return much;
            int? since = state.Head == number ? null : number;
            if (WriteDraft.Of(draft) == WriteDraft.Of(state.Draft)) return new DraftChange(place, state.Head, since);
            if (await keep.AddAsync(state.Revision, draft, new(edit.Act, place) { From = edit.Place, Sitting = edit.Sitting }, cancel)) return new DraftChange(place, state.Head + 1, since);
        }

        return Problem.Lost("writing.changed_meanwhile");
    }
}
