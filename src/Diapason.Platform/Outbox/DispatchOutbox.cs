using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Diapason.Platform.Outbox;

/// <summary>Hands committed events to their handlers, oldest first; a handler that fails is tried again, later each time.</summary>
internal sealed class DispatchOutbox(DiapasonDb db, IServiceProvider services, IEnumerable<EventSubscription> subscriptions, TimeProvider clock, ILogger<DispatchOutbox> log) : IJob
{
    private const int Batch = 100;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public string Name => "platform.dispatch-outbox";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Set<OutboxMessage>()
            .Where(m => m.HandledAt == null && (m.NextAttemptAt == null || m.NextAttemptAt <= now))
            .OrderBy(m => m.At).Take(Batch).ToListAsync(cancel);
        foreach (var message in due) await HandleAsync(message, now, cancel);
        var old = now - Kept;
        await db.Set<OutboxMessage>().Where(m => m.HandledAt < old).ExecuteDeleteAsync(cancel);
    }

    private async Task HandleAsync(OutboxMessage message, DateTime now, CancellationToken cancel)
    {
        try
        {
            foreach (var subscription in subscriptions.Where(s => s.Event == message.Event)) await subscription.Handle(services, message.Body, cancel);
            message.HandledAt = now;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            message.Attempts++;
            message.NextAttemptAt = now + TimeSpan.FromMinutes(Math.Min(60, 1 << Math.Min(message.Attempts, 6)));
            log.LogError(failure, "Event {Event} {Id} failed at attempt {Attempts}", message.Event, message.Id, message.Attempts);
        }

        await db.SaveChangesAsync(cancel);
    }
}
