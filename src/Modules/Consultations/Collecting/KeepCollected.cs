using System.Data.Common;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Collecting;

/// <summary>Keeps the rows of a file as answers that wait in their batch, and forgets the file: its other columns are nowhere from then on.</summary>
internal sealed class KeepCollected(DiapasonDb db, DatabaseChoice database, CollectingRules rules, AuditTrail audit, WriteAheadLog log, TimeProvider clock)
{
    private readonly string _insert = $"""
        INSERT INTO consultations_collected_answer (council_id, {RandomPlace.Column(database)}id, campaign_id, batch_id, answers, language)
        VALUES (@council, {RandomPlace.Value(database)}@id, @campaign, @batch, @answers, @language)
        """;

    public async Task<Outcome<CollectedReport>> RunAsync(CampaignFacts campaign, CollectedBatch batch, (CollectedTable Sheet, AnswerMapping Mapping, CollectedFacts Facts) kept, CancellationToken cancel)
    {
        if (batch.KeptAt is not null) return Campaigns.CampaignProblems.AlreadySo;
        if (await rules.RefusalAsync(campaign, cancel) is { } refused) return refused;
        if (rules.Of(kept.Facts) is [var first, ..]) return first;
        var report = CollectedReport.Of(campaign.Questionnaire, kept.Sheet, kept.Mapping);
        if (report.Wrong.Count > 0) return Problem.Invalid("collected.mapping_wrong");
        if (report.ComingIn == 0) return Problem.Invalid("collected.nothing_comes");
        if (!report.IsWhole && !kept.Facts.IsDropping) return Problem.Invalid("collected.agree", "drop");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        (batch.Name, batch.FirstDay, batch.LastDay, batch.Told) = (kept.Facts.Name, kept.Facts.First, kept.Facts.Last, kept.Facts.Told);
        (batch.Mapping, batch.Answers, batch.KeptAt) = (null, report.ComingIn, clock.GetUtcNow().UtcDateTime);
        audit.Record(new CollectedActs.Kept(batch.CampaignId, batch.Name, report.ComingIn, report.Rows - report.ComingIn, batch.FirstDay!.Value, batch.LastDay!.Value));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Campaigns.CampaignProblems.AlreadySo;
        }

        await db.Set<CollectedContent>().Where(f => f.BatchId == batch.Id).ExecuteDeleteAsync(cancel);
        await InsertAsync(campaign, batch, kept, cancel);
        await transaction.CommitAsync(cancel);
        await log.EmptyAsync(CancellationToken.None);
        return report;
    }

    private async Task InsertAsync(CampaignFacts campaign, CollectedBatch batch, (CollectedTable Sheet, AnswerMapping Mapping, CollectedFacts Facts) kept, CancellationToken cancel)
    {
        var apply = new ApplyMapping(campaign.Questionnaire, kept.Sheet, kept.Mapping);
        await using var insert = db.Database.GetDbConnection().Command(
            _insert, ("id", Guid.Empty), ("council", batch.CouncilId), ("campaign", batch.CampaignId), ("batch", batch.Id), ("answers", ""), ("language", ""));
        foreach (var row in kept.Sheet.Rows)
        {
            if (apply.Read(row) is not { Answers: { } answers } read) continue;
            (insert.Parameters["@id"].Value, insert.Parameters["@answers"].Value, insert.Parameters["@language"].Value) = (RandomId.New(), answers.ToJson(), read.Language);
            await insert.ExecuteNonQueryAsync(cancel);
        }
    }
}
