using System.Data.Common;
using System.Security.Cryptography;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Paper;
using Diapason.Consultations.Pretesting;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outbox;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Collecting;

/// <summary>
/// Puts the answers of a batch in the tray, in a random order, and erases them where they waited: from then on only the word <c>collected</c> is joined to each. A campaign
/// that nobody could answer here takes the days of the collection and is closed from then on: it was made to hold it.
/// </summary>
internal sealed class ReleaseCollected(
    DiapasonDb db, CampaignLock campaigns, PutInTray send, Tray tray, CollectingRules rules, ErasePretest pretests, CampaignDirectory directory, CurrentCouncil council, AuditTrail audit, EventOutbox outbox, WriteAheadLog log, TimeProvider clock)
{
    /// <summary>Kept with each answer in the place of a version of our words: consent was given elsewhere, to other words.</summary>
    public const string ConsentElsewhere = "elsewhere";

    private const int AtOnce = 500;

    public async Task<Outcome> RunAsync(CampaignFacts campaign, Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await rules.RefusalAsync(campaign, cancel) is { } refused) return refused;
        if (campaign.StateAt(now) == CampaignState.Planned && council.Settings.LackingToOpen.Count > 0) return Problem.Invalid("open.settings_lacking");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        await campaigns.TakeAsync(connection, campaign, now, cancel);
        if (await db.Set<CollectedBatch>().SingleOrDefaultAsync(b => b.Id == id && b.CampaignId == campaign.Id.Value, cancel) is not { KeptAt: not null } batch) return Problem.Absent();
        if (batch.ReleasedOn is not null) return CampaignProblems.AlreadySo;
        if (await db.Set<Campaign>().SingleOrDefaultAsync(c => c.Id == batch.CampaignId, cancel) is not { } stored) return Problem.Absent();
        if (!(stored.OpensAt <= now)) await HoldPastAsync(stored, batch, now, cancel);
        var isOpen = stored.IsOpenAt(now);
        var day = isOpen ? CampaignDays.DayOf(now) : CampaignDays.LastOf(stored.ClosedAt ?? stored.ClosesAt)!.Value;
        var sent = await SendAsync(connection, (campaign, batch), day, cancel);
        if (!isOpen) await tray.EmptyAsync(connection, campaign, day, cancel);
        await db.Set<CollectedAnswer>().Where(a => a.BatchId == id).ExecuteDeleteAsync(cancel);
        batch.ReleasedOn = CampaignDays.DayOf(now);
        audit.Record(new CollectedActs.Released(batch.CampaignId, batch.Name, sent));
        var saved = await directory.SaveAsync(db, cancel);
        if (!saved.IsDone) return saved;
        await transaction.CommitAsync(cancel);
        directory.Refresh();
        await log.EmptyAsync(CancellationToken.None);
        return Outcome.Done;
    }

    private async Task<int> SendAsync(DbConnection connection, (CampaignFacts Campaign, CollectedBatch Batch) of, DateOnly day, CancellationToken cancel)
    {
        var ids = await db.Set<CollectedAnswer>().Where(a => a.BatchId == of.Batch.Id).Select(a => a.Id).ToArrayAsync(cancel);
        RandomNumberGenerator.Shuffle(ids.AsSpan());
        foreach (var some in ids.Chunk(AtOnce))
        {
            var rows = await db.Set<CollectedAnswer>().AsNoTracking().Where(a => some.Contains(a.Id)).ToArrayAsync(cancel);
            RandomNumberGenerator.Shuffle(rows.AsSpan());
            foreach (var row in rows)
                await send.RunAsync(connection, new(of.Batch.CouncilId, of.Batch.CampaignId, row.Answers, row.Language, ConsentElsewhere, PaperSources.Collected), day, cancel);
            // So many at a time: what the tray takes out and writes again is held in memory.
            await tray.TurnAsync(connection, of.Campaign, day, cancel);
        }

        return ids.Length;
    }

    private async Task HoldPastAsync(Campaign campaign, CollectedBatch batch, DateTime now, CancellationToken cancel)
    {
        (campaign.OpensAt, campaign.ClosesAt) = (CampaignDays.StartOf(batch.FirstDay!.Value), CampaignDays.EndOf(batch.LastDay!.Value));
        (campaign.ClosedAt, campaign.HeldOn) = (campaign.ClosesAt, CampaignDays.DayOf(now));
        outbox.Add(new CampaignClosed(campaign.Id, campaign.CouncilId));
        await pretests.EndAsync(campaign.Id, cancel);
    }
}
