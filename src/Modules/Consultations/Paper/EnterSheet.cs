using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Forms;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Paper;

/// <summary>A sheet that can be kept.</summary>
/// <param name="Key">Of the page on which it was typed: sent twice, it is kept once.</param>
/// <param name="Code">On the slip its author keeps, or said to them; null when there is none.</param>
internal sealed record TypedSheet(Guid Key, AnswerSet Answers, string? Code);

/// <summary>Keeps a sheet in its batch, under the next number. Of its code only what opens nothing is kept.</summary>
internal sealed class EnterSheet(DiapasonDb db, TimeProvider clock)
{
    /// <summary>The number to write on the paper.</summary>
    public async Task<Outcome<int>> RunAsync(CampaignFacts campaign, Guid batchId, (TypedSheet Sheet, Guid By) typed, CancellationToken cancel)
    {
        var (sheet, hash) = (typed.Sheet, typed.Sheet.Code is { } code ? SecretCode.Hash(code) : null);
        if (!GivenAnswers.Any(campaign.Questionnaire.RouteFor(sheet.Answers))) return Problem.Invalid("sheet.empty");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The batch's row first: two people who type at once get two numbers.
        var isOpen = await db.Set<PaperBatch>().Where(b => b.Id == batchId && b.ClosedOn == null).ExecuteUpdateAsync(set => set.SetProperty(b => b.Entered, b => b.Entered + 1), cancel) == 1;
        if (await db.Set<PaperSheet>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == sheet.Key, cancel) is { } again) return again.BatchId == batchId ? again.Number : Problem.Absent();
        if (!isOpen) return CampaignProblems.AlreadySo;
        if (hash is not null && (await db.Set<PaperSheet>().AnyAsync(s => s.ResumeHash == hash, cancel) || await db.Set<Response>().AnyAsync(r => r.ResumeHash == hash, cancel))) return Problem.Invalid("sheet.code_used", "-code");
        var number = await db.Set<PaperBatch>().Where(b => b.Id == batchId).Select(b => b.Entered).SingleAsync(cancel);
        db.Add(new PaperSheet
        {
            Id = sheet.Key,
            CouncilId = campaign.CouncilId,
            CampaignId = campaign.Id.Value,
            BatchId = batchId,
            Number = number,
            Answers = sheet.Answers.ToJson(),
            ResumeHash = hash,
            ReceiptHash = sheet.Code is null ? null : SecretCode.Hash(ReceiptCode.Of(sheet.Code)),
            ConsentVersion = campaign.Questionnaire.Consent.Version,
            ConsentOn = CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime),
            EnteredBy = typed.By,
        });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return number;
    }
}
