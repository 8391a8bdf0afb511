using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Platform.Outbox;

/// <summary>Ties the stored name of an event to the handlers that modules registered for it.</summary>
public sealed record EventSubscription(string Event, Func<IServiceProvider, string, CancellationToken, Task> Handle);

/// <summary>Registration of handlers.</summary>
public static class EventSubscriptions
{
    /// <summary>Registers a handler for an event of any module's contract.</summary>
    public static IServiceCollection AddEventHandler<TEvent, THandler>(this IServiceCollection services)
        where TEvent : IEvent
        where THandler : class, IHandle<TEvent>
    {
        services.AddScoped<THandler>();
        services.AddSingleton(new EventSubscription(typeof(TEvent).FullName!, (provider, body, cancel) =>
            provider.GetRequiredService<THandler>().HandleAsync(JsonSerializer.Deserialize<TEvent>(body, JsonSerializerOptions.Web)!, cancel)));
        return services;
    }
}
