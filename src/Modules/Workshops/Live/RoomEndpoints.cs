using System.Net.ServerSentEvents;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Workshops.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Live;

/// <summary>The line by which an open page is told that its room has changed. Without it the page is complete: it is asked again by hand.</summary>
internal static class RoomEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/workshops/{code}/changes", FollowAsync).AllowAnonymous().WithDisplayName("Changes in a room");

    private static async Task<IResult> FollowAsync(string code, bool? answers, DiapasonDb db, RoomWatch watch, CurrentCouncil council, HttpContext http)
    {
        var cancel = http.RequestAborted;
        if (council.OrNull is null) return Results.NotFound();
        var found = await db.Set<Workshop>().Where(w => w.Code == code && (w.State == WorkshopState.Open || w.State == WorkshopState.Closed)).Select(w => new { w.Id, w.State }).SingleOrDefaultAsync(cancel);
        if (found is null) return Results.NotFound();
        // A browser that is answered so does not ask again: nothing changes in a room that is over.
        if (found.State == WorkshopState.Closed) return Results.NoContent();
        if (watch.Enter(found.Id) is not { } line) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        http.Response.RegisterForDispose(line);
        http.Response.Headers.CacheControl = "no-store";
        // A proxy that gathers answers would tell of a change when the room is empty.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(EventsAsync(watch.MarksAsync(council.Id, found.Id, answers == true, cancel), cancel));
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(IAsyncEnumerable<string> marks, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var mark in marks.WithCancellation(cancel)) yield return new SseItem<string>(mark, "changed");
    }
}
