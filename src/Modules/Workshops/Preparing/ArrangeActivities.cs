using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Workshops.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Preparing;

/// <summary>The activities of a workshop: written, changed, put in another order, taken away. One that somebody answered stays as it was asked.</summary>
internal sealed class ArrangeActivities(DiapasonDb db, SaveWorkshop save)
{
    public async Task<Outcome> KeepAsync(Guid id, Guid seen, ActivityContent activity, CancellationToken cancel)
    {
        if (await IsAnsweredAsync(id, activity.Code, cancel)) return Problem.Lost("activity.answered");
        var isFull = false;
        var outcome = await save.ChangeAsync(id, content =>
        {
            var known = content.Activity(activity.Code) is not null;
            isFull = !known && content.Activities.Count >= WorkshopContent.MostActivities;
            if (isFull) return content;
            return content with { Activities = known ? [.. content.Activities.Select(a => a.Code == activity.Code ? activity : a)] : [.. content.Activities, activity] };
        }, seen, cancel);
        return isFull ? Problem.Invalid("activity.too_many", null, ("most", WorkshopContent.MostActivities)) : outcome;
    }

    /// <summary>One place earlier.</summary>
    public Task<Outcome> UpAsync(Guid id, Guid seen, string activity, CancellationToken cancel) => save.ChangeAsync(id, content =>
    {
        var order = content.Activities.ToList();
        var at = order.FindIndex(a => a.Code == activity);
        if (at > 0) (order[at - 1], order[at]) = (order[at], order[at - 1]);
        return content with { Activities = order };
    }, seen, cancel);

    public async Task<Outcome> RemoveAsync(Guid id, Guid seen, string activity, CancellationToken cancel) =>
        await IsAnsweredAsync(id, activity, cancel) ? Problem.Lost("activity.answered")
        : await save.ChangeAsync(id, content => content with { Activities = [.. content.Activities.Where(a => a.Code != activity)] }, seen, cancel);

    private Task<bool> IsAnsweredAsync(Guid id, string activity, CancellationToken cancel) => db.Set<Contribution>().AnyAsync(c => c.WorkshopId == id && c.Activity == activity, cancel);
}
