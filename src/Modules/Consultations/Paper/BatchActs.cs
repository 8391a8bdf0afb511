using Diapason.Platform.Audit;

namespace Diapason.Consultations.Paper;

/// <summary>What is done to batches of paper or of calls, as the trail keeps it: by counts, never by what a sheet says.</summary>
internal static class BatchActs
{
    [Recorded("campaign.batch_opened", "campaign")]
    internal sealed record Opened(Guid Subject, string Batch, string Mode, int Expected) : Act(Subject);

    [Recorded("campaign.batch_closed", "campaign")]
    internal sealed record Closed(Guid Subject, string Batch, int Entered, int Drawn) : Act(Subject);

    [Recorded("campaign.batch_released", "campaign")]
    internal sealed record Released(Guid Subject, string Batch, int Sheets) : Act(Subject);

    [Recorded("campaign.sheet_erased", "campaign")]
    internal sealed record SheetErased(Guid Subject, string Batch) : Act(Subject);
}
