using Diapason.Learning.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Days;

/// <summary>Somebody who was there says what they thought of it, once: their place only remembers that they did.</summary>
internal sealed class SayWhatOneThought(DiapasonDb db)
{
    public async Task<Outcome> RunAsync(Registration place, FeedbackForm form, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        if (form.Served is not (>= 1 and <= 4)) problems.Add(Problem.Invalid("feedback.served_missing", nameof(FeedbackForm.Served)));
        if (form.PaceSaid is null) problems.Add(Problem.Invalid("feedback.pace_missing", nameof(FeedbackForm.Pace)));
        if ((form.Words?.Length ?? 0) > Feedback.LongestWords) problems.Add(Problem.Invalid("place.too_long", nameof(FeedbackForm.Words), ("most", Feedback.LongestWords)));
        if (problems.Count > 0) return Outcome.Of(problems);
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Registration>().Where(r => r.Id == place.Id && !r.HasSaid).ExecuteUpdateAsync(set => set.SetProperty(r => r.HasSaid, true), cancel) == 0) return Problem.Lost("feedback.said");
        db.Add(new Feedback { Id = RandomId.New(), CouncilId = place.CouncilId, SessionId = place.SessionId, Served = form.Served!.Value, Pace = form.PaceSaid!.Value, Words = (form.Words ?? "").Trim() });
        await db.SaveChangesAsync(cancel);
        await together.CommitAsync(cancel);
        return Outcome.Done;
    }
}

/// <summary>Three questions.</summary>
internal sealed record FeedbackForm
{
    public int? Served { get; init; }
    public string? Pace { get; init; }
    public string? Words { get; init; }

    public SessionPace? PaceSaid => Enum.TryParse<SessionPace>(Pace, out var pace) && Enum.IsDefined(pace) ? pace : null;
}
