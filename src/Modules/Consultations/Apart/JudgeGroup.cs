using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Apart;

/// <summary>What a person says of a group.</summary>
/// <param name="Accepts">It is counted from the next edition on; otherwise it is set aside.</param>
/// <param name="Why">In their words, for the trail.</param>
internal sealed record Judgement(bool Accepts, string Why);

/// <summary>Accepts a whole group of answers set apart, or sets it aside. Nothing is erased: what was set aside can be accepted later, by the same act.</summary>
internal sealed class JudgeGroup(DiapasonDb db, ReadApart read, AuditTrail audit)
{
    public async Task<Outcome> RunAsync(CampaignFacts campaign, ApartGroup group, Judgement judgement, CancellationToken cancel)
    {
        var id = campaign.Id.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The campaign's row first: a tray being turned over would write again what it read before.
        await db.Set<Campaign>().Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastSequence, c => c.LastSequence), cancel);
        var all = await read.OfAsync(campaign, cancel);
        if (all.FirstOrDefault(other => other.Reason == group.Reason && other.Day == group.Day) is not { } present) return ApartProblems.AlreadyJudged;
        if (!present.CanBeJudged) return ApartProblems.TooFew;
        var kept = judgement.Accepts ? null : (present.Reason with { IsSetAside = true }).ToString();
        if (kept == present.Reason.ToString()) return ApartProblems.AlreadyJudged;
        // Those of the group that still wait in the tray go with it; they are in no number.
        await ReadApart.Of(db.Set<Response>().Where(r => r.CampaignId == id && r.SubmittedOn != null), present, all).ExecuteUpdateAsync(set => set.SetProperty(r => r.Quarantine, kept), cancel);
        audit.Record(judgement.Accepts
            ? new ApartActs.Accepted(id, present.Reason.Word, present.Day, present.Answers, judgement.Why)
            : new ApartActs.SetAside(id, present.Reason.Word, present.Day, present.Answers, judgement.Why));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}
