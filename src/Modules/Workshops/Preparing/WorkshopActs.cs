using Diapason.Platform.Audit;

namespace Diapason.Workshops.Preparing;

/// <summary>What the trail keeps of what is done to workshops.</summary>
internal static class WorkshopActs
{
    [Recorded("workshop.added", "workshop")]
    internal sealed record Added(Guid Subject) : Act(Subject);

    [Recorded("workshop.changed", "workshop")]
    internal sealed record Changed(Guid Subject) : Act(Subject);

    [Recorded("workshop.opened", "workshop")]
    internal sealed record Opened(Guid Subject) : Act(Subject);

    [Recorded("workshop.closed", "workshop")]
    internal sealed record Closed(Guid Subject) : Act(Subject);

    [Recorded("workshop.published", "workshop")]
    internal sealed record Published(Guid Subject) : Act(Subject);

    [Recorded("workshop.words_hidden", "workshop")]
    internal sealed record WordsHidden(Guid Subject) : Act(Subject);
}
