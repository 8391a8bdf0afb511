using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Collecting;

/// <summary>A sheet, how it is read, and what is said of it.</summary>
internal sealed record CollectedSheet(CollectedTable Table, AnswerMapping Mapping, CollectedFacts Facts);

/// <summary>Keeps the rows of a file as answers that wait in their batch, and forgets the file: its other columns are nowhere from then on.</summary>
internal sealed class KeepCollected(DiapasonDb db, DatabaseChoice database, CollectingRules rules, AuditTrail audit, WriteAheadLog log, TimeProvider clock)
{
    private readonly string _insert = $"""
        INSERT INTO consultations_collected_answer (council_id, {RandomPlace.Column(database)}id, campaign_id, batch_id, answers, language)
        VALUES (@council, {RandomPlace.Value(database)}@id, @campaign, @batch, @answers, @language)
        """;

    /// <summary>What came of it, and the report of what comes in and what does not; null when the file was not even looked at.</summary>
    public async Task<(Outcome Outcome, CollectedReport? Report)> RunAsync(CampaignFacts campaign, CollectedBatch batch, CollectedSheet sheet, CancellationToken cancel)
    {
        if (batch.KeptAt is not null) return (CampaignProblems.AlreadySo, null);
        if (await rules.RefusalAsync(campaign, cancel) is { } refused) return (refused, null);
        // Read before anything is written: the database is held for as long as the writing takes.
        var packed = new PackedAnswers();
        var report = CollectedReport.Of(campaign.Questionnaire, sheet.Table, sheet.Mapping, packed.Add);
        var problems = Problems(report, sheet.Facts).ToList();
        return (problems.Count > 0 ? Outcome.Of(problems) : await WriteAsync(batch, (sheet.Facts, report, packed), cancel), report);
    }

    private IEnumerable<Problem> Problems(CollectedReport report, CollectedFacts facts)
    {
        foreach (var problem in rules.Of(facts)) yield return problem;
        if (report.Wrong.Count > 0) yield return Problem.Invalid("collected.mapping_wrong");
        else if (report.ComingIn == 0) yield return Problem.Invalid("collected.nothing_comes");
        else if (!report.IsWhole && !facts.IsDropping) yield return Problem.Invalid("collected.agree", "drop");
    }

    private async Task<Outcome> WriteAsync(CollectedBatch batch, (CollectedFacts Facts, CollectedReport Report, PackedAnswers Answers) kept, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        (batch.Name, batch.FirstDay, batch.LastDay, batch.Told) = (kept.Facts.Name, kept.Facts.First, kept.Facts.Last, kept.Facts.Told);
        (batch.Mapping, batch.Answers, batch.KeptAt) = (null, kept.Report.ComingIn, clock.GetUtcNow().UtcDateTime);
        audit.Record(new CollectedActs.Kept(batch.CampaignId, batch.Name, kept.Report.ComingIn, kept.Report.Rows - kept.Report.ComingIn, batch.FirstDay!.Value, batch.LastDay!.Value));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return CampaignProblems.AlreadySo;
        }

        await db.Set<CollectedContent>().Where(f => f.BatchId == batch.Id).ExecuteDeleteAsync(cancel);
        await InsertAsync(batch, kept.Answers, cancel);
        await transaction.CommitAsync(cancel);
        await log.EmptyAsync(CancellationToken.None);
        return Outcome.Done;
    }

    private async Task InsertAsync(CollectedBatch batch, PackedAnswers packed, CancellationToken cancel)
    {
        await using var insert = db.Database.GetDbConnection().Command(
            _insert, ("id", Guid.Empty), ("council", batch.CouncilId), ("campaign", batch.CampaignId), ("batch", batch.Id), ("answers", ""), ("language", ""));
        foreach (var (answers, language) in packed.Read())
        {
            (insert.Parameters["@id"].Value, insert.Parameters["@answers"].Value, insert.Parameters["@language"].Value) = (RandomId.New(), answers, language);
            await insert.ExecuteNonQueryAsync(cancel);
        }
    }
}
