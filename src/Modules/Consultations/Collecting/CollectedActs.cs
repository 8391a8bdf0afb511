using Diapason.Platform.Audit;

namespace Diapason.Consultations.Collecting;

/// <summary>What is done to answers collected elsewhere, as the trail keeps it: by counts, never by what a row says.</summary>
internal static class CollectedActs
{
    [Recorded("campaign.collected_kept", "campaign")]
    internal sealed record Kept(Guid Subject, string Batch, int Answers, int LeftOut, DateOnly From, DateOnly To) : Act(Subject);

    [Recorded("campaign.collected_released", "campaign")]
    internal sealed record Released(Guid Subject, string Batch, int Answers) : Act(Subject);

    [Recorded("campaign.collected_taken_back", "campaign")]
    internal sealed record TakenBack(Guid Subject, string Batch, int Answers) : Act(Subject);
}
