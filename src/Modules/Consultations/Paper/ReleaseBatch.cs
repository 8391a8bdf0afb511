using System.Data.Common;
using System.Security.Cryptography;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Paper;

/// <summary>
/// Puts the sheets of a batch in the tray, in a random order, as answers that were sent, and erases them where they waited, all in one transaction. From then on
/// nothing says which sheet, which person typing or which number an answer had: only that it came on paper, or by phone.
/// </summary>
internal sealed class ReleaseBatch(DiapasonDb db, CampaignLock campaigns, PutInTray send, Tray tray, AuditTrail audit, WriteAheadLog log, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(CampaignFacts campaign, Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        var isOpen = await campaigns.TakeAsync(connection, campaign, now, cancel);
        if (await db.Set<PaperBatch>().SingleOrDefaultAsync(b => b.Id == id && b.CampaignId == campaign.Id.Value, cancel) is not { } batch) return Problem.Absent();
        if (batch.ReleasedOn is not null) return CampaignProblems.AlreadySo;
        if (batch.ClosedOn is null) return Problem.Lost("batch.close_first");
        if (!isOpen) return Problem.Lost("batch.not_open");
        var sheets = await db.Set<PaperSheet>().AsNoTracking().Where(s => s.BatchId == id).ToArrayAsync(cancel);
        if (sheets.Any(sheet => sheet is { IsDrawn: true, IsSettled: false })) return Problem.Lost("batch.settle_first");
        RandomNumberGenerator.Shuffle(sheets.AsSpan());
        var today = CampaignDays.DayOf(now);
        foreach (var sheet in sheets) await SendAsync(connection, (batch, sheet), today, cancel);
        if (sheets.Length > 0) await tray.TurnAsync(connection, campaign, today, cancel);
        await db.Set<PaperSheet>().Where(s => s.BatchId == id).ExecuteDeleteAsync(cancel);
        (batch.ReleasedOn, batch.Compared, batch.Agreed) = (today, sheets.Sum(sheet => sheet.Compared), sheets.Sum(sheet => sheet.Agreed));
        audit.Record(new BatchActs.Released(batch.CampaignId, batch.Name, sheets.Length));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await log.EmptyAsync(CancellationToken.None);
        return Outcome.Done;
    }

    private async Task SendAsync(DbConnection connection, (PaperBatch Batch, PaperSheet Sheet) one, DateOnly today, CancellationToken cancel)
    {
        var (batch, sheet) = one;
        await send.RunAsync(connection, new(batch.CouncilId, batch.CampaignId, sheet.Answers, batch.Language, sheet.ConsentVersion, PaperSources.Of(batch.Mode)) { ResumeHash = sheet.ResumeHash, ReceiptHash = sheet.ReceiptHash }, today, cancel);
    }
}
