using Diapason.Platform.Audit;

namespace Diapason.Consultations.Campaigns;

/// <summary>What administrators do to a campaign, as the trail keeps it.</summary>
internal static class CampaignActs
{
    /// <summary>Written in the editor's pages rather than in a kit.</summary>
    [Recorded("campaign.prepared", "campaign")]
    internal sealed record Prepared(Guid Subject) : Act(Subject);

    [Recorded("campaign.opened", "campaign")]
    internal sealed record Opened(Guid Subject, DateOnly? PlannedDay, DateOnly LastDay, string? ConsentWords) : Act(Subject);

    /// <summary>Of a confidential campaign whose consent says « anonymous »: whoever opened it said to have read so.</summary>
    internal const string AnonymousWords = "anonymous";

    /// <summary>It had been open before, and was closed; why, in the words of who opened it again.</summary>
    [Recorded("campaign.reopened", "campaign")]
    internal sealed record Reopened(Guid Subject, DateOnly? FormerDay, DateOnly LastDay, string Reason) : Act(Subject);

    [Recorded("campaign.extended", "campaign")]
    internal sealed record Extended(Guid Subject, DateOnly? From, DateOnly To) : Act(Subject);

    [Recorded("campaign.closed", "campaign")]
    internal sealed record Closed(Guid Subject, DateOnly? PlannedDay) : Act(Subject);

    /// <summary>The retention period was over: how many answers and drafts went, after how many months, and the last day of the campaign.</summary>
    [Recorded("campaign.answers_destroyed", "campaign")]
    internal sealed record AnswersDestroyed(Guid Subject, int Answers, int Drafts, int Retention, DateOnly Ended) : Act(Subject);

    /// <summary>A file of answers, or what explains it, left the house.</summary>
    [Recorded("campaign.answers_taken", "campaign")]
    internal sealed record AnswersTaken(Guid Subject, string File, string Language) : Act(Subject);
}
