using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Diapason.Platform.Outbox;

/// <summary>Hands committed events to their handlers, oldest first, each in a scope of its own; a handler that fails is tried again, later each time.</summary>
internal sealed class DispatchOutbox(DiapasonDb db, IServiceScopeFactory scopes, IEnumerable<EventSubscription> subscriptions, TimeProvider clock, ILogger<DispatchOutbox> log) : IJob
{
    private const int Batch = 100;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public string Name => "platform.dispatch-outbox";

    public string TextKey => "job.dispatch_outbox";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // A later moment was written while the clock was wrong.
        var never = now + (2 * LongestWait);
        var due = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(m => m.HandledAt == null && (m.NextAttemptAt == null || m.NextAttemptAt <= now || m.NextAttemptAt > never))
            .OrderBy(m => m.At).Take(Batch).ToListAsync(cancel);
        foreach (var message in due) await HandleAsync(message, now, cancel);
        var old = now - Kept;
        await db.Set<OutboxMessage>().Where(m => m.HandledAt < old).ExecuteDeleteAsync(cancel);
    }

    private async Task HandleAsync(OutboxMessage message, DateTime now, CancellationToken cancel)
    {
        var row = db.Set<OutboxMessage>().Where(m => m.Id == message.Id);
        try
        {
            foreach (var subscription in subscriptions.Where(s => s.Event == message.Event))
            {
                // What a handler leaves half done in its context must not be saved with the next one's work.
                await using var scope = scopes.CreateAsyncScope();
                await subscription.Handle(scope.ServiceProvider, message.Body, cancel);
            }

            await row.ExecuteUpdateAsync(set => set.SetProperty(m => m.HandledAt, now), cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            var attempts = message.Attempts + 1;
            var next = now + TimeSpan.FromMinutes(Math.Min(LongestWait.TotalMinutes, 1 << Math.Min(attempts, 6)));
            await row.ExecuteUpdateAsync(set => set.SetProperty(m => m.Attempts, attempts).SetProperty(m => m.NextAttemptAt, next), cancel);
            log.LogError(failure, "Event {Event} {Id} failed at attempt {Attempts}", message.Event, message.Id, attempts);
        }
    }
}
