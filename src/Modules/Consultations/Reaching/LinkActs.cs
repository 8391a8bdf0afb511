using Diapason.Platform.Audit;

namespace Diapason.Consultations.Reaching;

/// <summary>What is done to the links of a campaign, as the trail keeps it: by their codes, never by whom to write to.</summary>
internal static class LinkActs
{
    [Recorded("campaign.link_added", "campaign")]
    internal sealed record Added(Guid Subject, string Link) : Act(Subject);

    [Recorded("campaign.link_changed", "campaign")]
    internal sealed record Changed(Guid Subject, string Link) : Act(Subject);

    [Recorded("campaign.link_retired", "campaign")]
    internal sealed record Retired(Guid Subject, string Link) : Act(Subject);

    [Recorded("campaign.link_put_back", "campaign")]
    internal sealed record PutBack(Guid Subject, string Link) : Act(Subject);

    [Recorded("campaign.link_page_opened", "campaign")]
    internal sealed record PageOpened(Guid Subject, string Link) : Act(Subject);

    [Recorded("campaign.link_page_closed", "campaign")]
    internal sealed record PageClosed(Guid Subject, string Link) : Act(Subject);
}
