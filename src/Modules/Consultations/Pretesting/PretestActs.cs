using Diapason.Platform.Audit;

namespace Diapason.Consultations.Pretesting;

/// <summary>What is done to the pretest of a campaign, as the trail keeps it.</summary>
internal static class PretestActs
{
    /// <summary>A link was made; the former one, if there was one, opens nothing any more.</summary>
    [Recorded("campaign.pretest_opened", "campaign")]
    internal sealed record Opened(Guid Subject) : Act(Subject);

    [Recorded("campaign.pretest_closed", "campaign")]
    internal sealed record Closed(Guid Subject) : Act(Subject);

    /// <summary>How many trial answers went.</summary>
    [Recorded("campaign.pretest_erased", "campaign")]
    internal sealed record Erased(Guid Subject, int Trials) : Act(Subject);
}
