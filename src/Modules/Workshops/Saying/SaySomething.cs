using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Workshops.Activities;
using Diapason.Workshops.Data;
using Diapason.Workshops.Preparing;

namespace Diapason.Workshops.Saying;

/// <summary>Somebody answers the activity that is open, from a phone.</summary>
internal sealed class SaySomething(RoomBook book)
{
    public async Task<Outcome> RunAsync(Participant who, SeenWorkshop seen, string activityCode, IReadOnlyList<KeyValuePair<string, string>> typed, CancellationToken cancel)
    {
        if (seen.Content.Activity(activityCode) is not { } activity || seen.Open?.Code != activityCode) return Problem.Lost("say.closed");
        var kind = ActivityKinds.Of(activity);
        var problems = new List<Problem>();
        var said = kind.Read(activity, typed, problems);
        if (problems.Count > 0) return Outcome.Of(problems);
        if (said.Count == 0) return Problem.Invalid("say.nothing", typed.Count > 0 ? ActivityKind.Field(typed[0].Key) : null);
        if (!who.KeepsWords && said.Any(one => one.Words.Length > 0)) return Problem.Invalid("say.words_not_kept");
        var kept = await book.KeepAsync(who, activity, said, Languages.Current, cancel);
        if (kept == Kept.TooMany) return Problem.Invalid("say.too_many", ActivityKind.Field(said[0].Item), ("most", Cards.Most));
        if (kept == Kept.Closed) return Problem.Lost("say.closed");
        // Nobody is told: two thousand phones that wake each other at each vote would wake for nothing. The wall looks each second.
        return Outcome.Done;
    }
}
