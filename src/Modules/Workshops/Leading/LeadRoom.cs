using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Workshops.Activities;
using Diapason.Workshops.Data;
using Diapason.Workshops.Live;
using Diapason.Workshops.Preparing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Leading;

/// <summary>What a facilitator does with a room. Each act says on what it was decided: two facilitators never undo each other without knowing.</summary>
internal sealed class LeadRoom(DiapasonDb db, AuditTrail audit, RoomWatch watch)
{
    /// <summary>From then on people join with the number of the room.</summary>
    public Task<Outcome> OpenRoomAsync(Guid id, Guid seen, CancellationToken cancel) => ActAsync(id, seen, workshop =>
    {
        if (workshop.State != WorkshopState.Draft) return Problem.Lost("lead.not_draft");
        if (workshop.Read().Activities.Count == 0) return Problem.Invalid("lead.no_activity");
        workshop.State = WorkshopState.Open;
        audit.Record(new WorkshopActs.Opened(id));
        return Outcome.Done;
    }, cancel);

    /// <summary>The day is over: nobody joins, nothing more comes by phone; sheets of paper still do.</summary>
    public Task<Outcome> CloseRoomAsync(Guid id, Guid seen, CancellationToken cancel) => ActAsync(id, seen, workshop =>
    {
        if (workshop.State != WorkshopState.Open) return Problem.Lost("lead.not_open");
        (workshop.State, workshop.OpenActivity) = (WorkshopState.Closed, "");
        audit.Record(new WorkshopActs.Closed(id));
        return Outcome.Done;
    }, cancel);

    /// <summary>The phones show this activity, and no other.</summary>
    public Task<Outcome> OpenActivityAsync(Guid id, Guid seen, string activity, CancellationToken cancel) => ActAsync(id, seen, workshop =>
    {
        if (workshop.State != WorkshopState.Open) return Problem.Lost("lead.not_open");
        if (workshop.Read().Activity(activity) is not { } asked) return Problem.Absent();
        if (!MaySeeWhileOpen(asked)) workshop.Revealed = Without(workshop, activity);
        workshop.OpenActivity = activity;
        return Outcome.Done;
    }, cancel);

    public Task<Outcome> CloseActivityAsync(Guid id, Guid seen, CancellationToken cancel) => ActAsync(id, seen, workshop =>
    {
        workshop.OpenActivity = "";
        return Outcome.Done;
    }, cancel);

    /// <summary>The room sees the results, or sees them no more. An activity that is shown takes no answers: a wall that moved at each one would tell it.</summary>
    public Task<Outcome> RevealAsync(Guid id, Guid seen, string activity, bool isShown, CancellationToken cancel) => ActAsync(id, seen, workshop =>
    {
        if (workshop.Read().Activity(activity) is not { } asked) return Problem.Absent();
        var others = Without(workshop, activity);
        workshop.Revealed = isShown ? $"{others} {activity}".Trim() : others;
        if (isShown && workshop.OpenActivity == activity && !MaySeeWhileOpen(asked)) workshop.OpenActivity = "";
        return Outcome.Done;
    }, cancel);

    /// <summary>Words are read over one by one before they are on the wall: nothing is counted there.</summary>
    private static bool MaySeeWhileOpen(ActivityContent activity) => ActivityKinds.Of(activity).Form == "Words";

    private static string Without(Workshop workshop, string activity) => string.Join(' ', workshop.Revealed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(code => code != activity));

    private async Task<Outcome> ActAsync(Guid id, Guid seen, Func<Workshop, Outcome> act, CancellationToken cancel)
    {
        if (await db.Set<Workshop>().SingleOrDefaultAsync(w => w.Id == id, cancel) is not { } workshop) return Problem.Absent();
        if (workshop.Stamp != seen) return SaveWorkshop.TooLate;
        if (act(workshop) is { IsDone: false } refused) return refused;
        workshop.Touch();
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return SaveWorkshop.TooLate;
        }

        watch.Changed(id);
        return Outcome.Done;
    }
}
