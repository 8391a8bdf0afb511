using Diapason.Platform.Audit;

namespace Diapason.Learning.Sessions;

/// <summary>What the trail keeps of what is done to sessions.</summary>
internal static class SessionActs
{
    [Recorded("session.added", "session")]
    internal sealed record Added(Guid Subject) : Act(Subject);

    [Recorded("session.changed", "session")]
    internal sealed record Changed(Guid Subject) : Act(Subject);

    [Recorded("session.opened", "session")]
    internal sealed record Opened(Guid Subject) : Act(Subject);

    [Recorded("session.cancelled", "session")]
    internal sealed record Cancelled(Guid Subject) : Act(Subject);
}
