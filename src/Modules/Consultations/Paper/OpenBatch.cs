using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;

namespace Diapason.Consultations.Paper;

/// <summary>What is said of a batch when it comes.</summary>
internal sealed record BatchSheet
{
    public required BatchMode? Mode { get; init; }
    public required string Name { get; init; }
    public required string Place { get; init; }
    public required DateOnly? ReceivedOn { get; init; }
    public required string Language { get; init; }
    public required int? Expected { get; init; }

    /// <summary>The version printed at the foot of the sheets; asked of paper only.</summary>
    public required string Version { get; init; }
}

/// <summary>Opens a batch: what came, when, how many. A sheet of another version than the campaign's cannot be typed: its codes may say something else.</summary>
internal sealed class OpenBatch(DiapasonDb db, AuditTrail audit, TimeProvider clock)
{
    public const int Longest = 120;
    public const int Most = 1000;

    /// <summary>The id of the batch.</summary>
    public async Task<Outcome<Guid>> RunAsync(CampaignFacts campaign, BatchSheet sheet, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (campaign.StateAt(now) != CampaignState.Open) return Problem.Lost("batch.not_open");
        if (campaign.ByInvitationOnly) return Problem.Lost("batch.invited_only");
        if (Refusal(campaign, sheet, CampaignDays.DayOf(now)) is { } refused) return refused;
        var batch = new PaperBatch
        {
            Id = Guid.CreateVersion7(),
            CouncilId = campaign.CouncilId,
            CampaignId = campaign.Id.Value,
            Mode = sheet.Mode!.Value,
            Name = sheet.Name,
            Place = sheet.Place,
            ReceivedOn = sheet.ReceivedOn!.Value,
            Language = sheet.Language,
            Expected = sheet.Expected!.Value,
        };
        db.Add(batch);
        audit.Record(new BatchActs.Opened(batch.CampaignId, batch.Name, batch.Mode.ToString().ToLowerInvariant(), batch.Expected));
        await db.SaveChangesAsync(cancel);
        return batch.Id;
    }

    private static Problem? Refusal(CampaignFacts campaign, BatchSheet sheet, DateOnly today) => sheet switch
    {
        { Mode: null } => Problem.Invalid("batch.mode_missing", "mode"),
        { Name.Length: 0 or > Longest } => Problem.Invalid("batch.name_missing", "name"),
        { Place.Length: > Longest } => Problem.Invalid("batch.place_long", "place"),
        { ReceivedOn: null } => Problem.Invalid("batch.day_missing", "receivedOn"),
        { ReceivedOn: { } day } when day > today || day < today.AddYears(-1) => Problem.Invalid("batch.day_wrong", "receivedOn"),
        { Expected: null or < 1 or > Most } => Problem.Invalid("batch.expected_wrong", "expected"),
        _ when !campaign.Questionnaire.Heading.Languages.Contains(sheet.Language) => Problem.Invalid("batch.language_missing", "language"),
        { Mode: BatchMode.Paper } when sheet.Version != campaign.Questionnaire.Version => Problem.Invalid("batch.other_version", "version"),
        _ => null,
    };
}
