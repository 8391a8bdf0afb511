using Diapason.Platform.Outbox;

namespace Diapason.Platform.Jobs;

/// <summary>The server's clock was seen to jump, or nobody looked at it for days: what cannot be undone waits.</summary>
/// <param name="SeenAt">The look before.</param>
/// <param name="Now">What the clock says since.</param>
public sealed record ClockJumped(DateTime SeenAt, DateTime Now) : IEvent;
