using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Forms;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Paper;

/// <summary>Keeps a second typing of a drawn sheet, by somebody else, and what was chosen where both differ.</summary>
internal sealed class TypeAgain(DiapasonDb db)
{
    public async Task<Outcome> RunAsync(CampaignFacts campaign, (Guid Batch, int Number) sheet, (AnswerSet Answers, Guid By) typed, CancellationToken cancel)
    {
        if (await FindAsync(sheet, cancel) is not { IsDrawn: true } drawn) return Problem.Absent();
        if (drawn.Second is not null) return CampaignProblems.AlreadySo;
        if (drawn.EnteredBy == typed.By) return Problem.Invalid("sheet.same_person");
        var comparison = SheetComparison.Of(campaign.Questionnaire, AnswerSet.Parse(drawn.Answers), typed.Answers);
        (drawn.Second, drawn.SecondBy) = (typed.Answers.ToJson(), typed.By);
        (drawn.Compared, drawn.Agreed, drawn.IsSettled) = (comparison.Compared, comparison.Agreed, comparison.Different.Count == 0);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    /// <param name="campaign">The campaign.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="chosen">By variable that differs, whether the second typing is right.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<Outcome> SettleAsync(CampaignFacts campaign, (Guid Batch, int Number) sheet, IReadOnlyDictionary<string, bool> chosen, CancellationToken cancel)
    {
        if (await FindAsync(sheet, cancel) is not { Second: { } typed } drawn) return Problem.Absent();
        if (drawn.IsSettled) return CampaignProblems.AlreadySo;
        var (first, second) = (AnswerSet.Parse(drawn.Answers), AnswerSet.Parse(typed));
        var open = SheetComparison.Of(campaign.Questionnaire, first, second).Different.Where(variable => !chosen.ContainsKey(variable.Code)).ToList();
        if (open.Count > 0) return Outcome.Of([.. open.Select(variable => Problem.Invalid("sheet.choose", variable.Code))]);
        drawn.Answers = SheetComparison.Settle(campaign.Questionnaire, first, second, chosen.Where(choice => choice.Value).Select(choice => choice.Key).ToHashSet()).ToJson();
        drawn.IsSettled = true;
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    private Task<PaperSheet?> FindAsync((Guid Batch, int Number) sheet, CancellationToken cancel) =>
        db.Set<PaperSheet>().SingleOrDefaultAsync(s => s.BatchId == sheet.Batch && s.Number == sheet.Number, cancel);
}
