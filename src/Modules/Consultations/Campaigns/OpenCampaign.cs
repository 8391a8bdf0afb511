using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Invitations;
using Diapason.Consultations.Pretesting;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outbox;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Campaigns;

/// <summary>What is said when a campaign is opened.</summary>
/// <param name="LastDay">The last day on which one answers.</param>
/// <param name="Reason">Why a campaign that was closed is opened again; asked for then only.</param>
/// <param name="WordsRead">Whoever opens it has read that the consent says « anonymous » of a confidential campaign, and answers for it.</param>
/// <param name="KeptMonths">How many months its answers are kept after it closes; what the council promises when null. Settled at the first opening, never lengthened.</param>
internal sealed record Opening(DateOnly LastDay, string? Reason, bool WordsRead, int? KeptMonths);

/// <summary>Opens a campaign until the end of a day: a planned one, or one that was closed. Its promise of anonymity is fixed from then on.</summary>
internal sealed class OpenCampaign(DiapasonDb db, CurrentCouncil council, CampaignDirectory directory, IEnumerable<IKeepFigures> keepers, ErasePretest pretests, WriteAheadLog log, AuditTrail audit, EventOutbox outbox, TimeProvider clock)
{
    public const int LongestReason = 200;

    public async Task<Outcome> RunAsync(Guid id, Opening asked, CancellationToken cancel)
    {
        var (lastDay, reason, wordsRead, months) = asked;
        var now = clock.GetUtcNow().UtcDateTime;
        if (CampaignDays.IsTooFar(lastDay, now)) return CampaignProblems.DayTooFar;
        var closes = CampaignDays.EndOf(lastDay);
        if (await db.Set<Campaign>().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } campaign) return Problem.Absent();
        if (campaign.IsOpenAt(now)) return CampaignProblems.AlreadySo;
        if (await db.Set<KeptAnswers>().AnyAsync(k => k.CampaignId == id && k.DestroyedAt != null, cancel)) return CampaignProblems.Destroyed;
        if (campaign.HeldOn is not null) return CampaignProblems.Held;
        if (closes <= now) return CampaignProblems.DayPast;
        if (council.Settings.LackingToOpen.Count > 0) return Problem.Invalid("open.settings_lacking");
        var saysTooMuch = await directory.FindAsync(council.Id, new CampaignId(id), cancel) is { } facts && ConsentWords.SayTooMuch(facts);
        if (saysTooMuch && campaign.Anonymity == Anonymity.Nominative) return Problem.Invalid("open.consent_says_anonymous");
        if (saysTooMuch && !wordsRead) return Problem.Invalid("open.words_unread", "WordsRead");
        var again = campaign.OpensAt <= now;
        if (again && await RefusedAgainAsync(id, reason, cancel) is { } refused) return refused;
        if (!again && (months < 1 || months > council.Settings.RetentionMonths)) return Problem.Invalid("open.months_wrong", "KeptMonths", ("most", council.Settings.RetentionMonths));
        if (!again) campaign.OpensAt = now;
        else (campaign.ReopenedOn, campaign.ReopenedBecause) = (CampaignDays.DayOf(now), reason);
        var former = CampaignDays.LastOf(campaign.ClosesAt);
        (campaign.ClosesAt, campaign.ClosedAt) = (closes, null);
        audit.Record(again ? new CampaignActs.Reopened(id, former, lastDay, reason!) : new CampaignActs.Opened(id, former == lastDay ? null : former, lastDay, saysTooMuch ? CampaignActs.AnonymousWords : null));
        outbox.Add(new CampaignOpened(id, campaign.CouncilId));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await pretests.EndAsync(id, cancel);
        var saved = await directory.SaveAsync(db, cancel);
        if (!saved.IsDone) return saved;
        // Of two who open it at once, the one who does settles how long answers are kept.
        if (!again && months < council.Settings.RetentionMonths) await PromiseAsync(campaign, months.Value, cancel);
        await transaction.CommitAsync(cancel);
        directory.Refresh();
        await log.EmptyAsync(CancellationToken.None);
        return saved;
    }

    private async Task PromiseAsync(Campaign campaign, int months, CancellationToken cancel)
    {
        if (await db.Set<KeptAnswers>().SingleOrDefaultAsync(k => k.CampaignId == campaign.Id, cancel) is not { } known) db.Add(new KeptAnswers { CampaignId = campaign.Id, CouncilId = campaign.CouncilId, Months = months });
        else known.Months = Math.Min(known.Months, months);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>People answered until a last day they were told, and figures may be closed on what they said.</summary>
    private async Task<Problem?> RefusedAgainAsync(Guid id, string? reason, CancellationToken cancel)
    {
        if (await directory.FindAsync(council.Id, new CampaignId(id), cancel) is { } facts && await AreFinalAsync(keepers, facts, cancel)) return CampaignProblems.Final;
        if (reason is not { Length: > 0 }) return Problem.Invalid("open.reason_missing", "Reason");
        return reason.Length > LongestReason ? Problem.Invalid("open.reason_long", "Reason", ("most", LongestReason)) : null;
    }

    /// <summary>Some module has published its last figures of the campaign.</summary>
    public static async Task<bool> AreFinalAsync(IEnumerable<IKeepFigures> keepers, CampaignFacts campaign, CancellationToken cancel)
    {
        foreach (var keeper in keepers)
            if (await keeper.AreFinalAsync(campaign, cancel)) return true;
        return false;
    }
}
