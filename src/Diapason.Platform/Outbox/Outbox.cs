using System.Text.Json;
using Diapason.Platform.Data;

namespace Diapason.Platform.Outbox;

/// <summary>A past-tense fact other modules may act on, once the transaction that wrote it is committed. Ids and codes only.</summary>
public interface IEvent;

/// <summary>Acts on an event. At least once, possibly twice: must be idempotent.</summary>
public interface IHandle<in TEvent>
    where TEvent : IEvent
{
    Task HandleAsync(TEvent happened, CancellationToken cancel);
}

/// <summary>Writes an event beside the change it tells of, in the same unit of work.</summary>
public sealed class EventOutbox(DiapasonDb db, TimeProvider clock)
{
    public void Add<TEvent>(TEvent happened)
        where TEvent : IEvent
        => db.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(),
            Event = typeof(TEvent).FullName!,
            Body = JsonSerializer.Serialize(happened, JsonSerializerOptions.Web),
            At = clock.GetUtcNow().UtcDateTime,
        });
}
