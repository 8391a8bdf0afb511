using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.Studies.Following;

namespace Diapason.Studies.Publishing;

/// <summary>The nightly run on every campaign: the first look of each day decides, the others find it decided.</summary>
internal sealed class PublishEditions(DiapasonDb db, CouncilDirectory councils, ICampaigns campaigns, PublishCampaign publish, FollowingLog log, TimeProvider clock) : IJob
{
    private readonly StudyDefinitions _definitions = new();

    public string Name => "studies.publish-editions";

    public string TextKey => "job.publish_editions";

    public TimeSpan Every => TimeSpan.FromMinutes(30);

    public bool IsIrreversible => true;

    public async Task RunAsync(CancellationToken cancel)
    {
        await _definitions.RefreshAsync(db, councils, cancel);
        foreach (var council in _definitions.Councils) await OfCouncilAsync(council, PublicationCall.Night, cancel);
    }

    /// <summary>One council's campaigns, as a kit just loaded asks.</summary>
    public async Task OfLoadedAsync(Guid council, CancellationToken cancel)
    {
        await _definitions.RefreshAsync(db, councils, cancel);
        await OfCouncilAsync(council, PublicationCall.Loaded, cancel);
    }

    private async Task OfCouncilAsync(Guid council, PublicationCall call, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var campaign in (await campaigns.AllAsync(council, cancel)).Where(c => c.OpensAt <= now && c.DestroyedAt is null))
        {
            try
            {
                if (await _definitions.FindAsync(db, campaign, cancel) is { } study) await publish.RunAsync(campaign, study, call, cancel);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                // One campaign that fails must not stop the others; its page and the desk say so.
                db.ChangeTracker.Clear();
                log.NotPublished(campaign.Id, failure);
            }
        }
    }

    /// <summary>A council's call between two nights, or the last one before answers are destroyed; null when the campaign has no study.</summary>
    public async Task<PublicationResult?> OfCampaignAsync(CampaignFacts campaign, PublicationCall call, CancellationToken cancel)
    {
        await _definitions.RefreshAsync(db, councils, cancel);
        return await _definitions.FindAsync(db, campaign, cancel) is { } study ? await publish.RunAsync(campaign, study, call, cancel) : null;
    }
}
