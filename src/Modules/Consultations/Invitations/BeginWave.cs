using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Invitations;

/// <summary>Begins a wave of mails, with the words as they are now; a job sends them.</summary>
internal sealed class BeginWave(DiapasonDb db, CurrentCouncil council, InvitationWords words, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Under ten invited people, the answer of one would be that of a known few: a confidential campaign does not begin.</summary>
    public const int FewestConfidential = 10;

    /// <param name="campaign">An open campaign.</param>
    /// <param name="kind">To whom.</param>
    /// <param name="head">The head of the links; null when the public address is not set.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Outcome> RunAsync(CampaignFacts campaign, MailKind kind, string? head, CancellationToken cancel)
    {
        var id = campaign.Id.Value;
        var now = clock.GetUtcNow().UtcDateTime;
        if (head is null) return Problem.Invalid("invitations.no_address");
        if (InvitationProblems.Of(campaign, await db.Set<InvitationList>().AsNoTracking().SingleOrDefaultAsync(l => l.CampaignId == id, cancel)) is { } refusal) return refusal;
        if (campaign.StateAt(now) != CampaignState.Open) return CampaignProblems.NotOpen;
        var waves = await db.Set<InvitationWave>().AsNoTracking().Where(w => w.CampaignId == id).Select(w => new { w.Number, w.IsDone }).ToListAsync(cancel);
        if (waves.Any(w => !w.IsDone)) return Problem.Lost("invitations.under_way");
        var people = await InvitationLists.For(db.Set<Invitation>(), id, kind).CountAsync(cancel);
        if (people == 0) return Problem.Invalid("invitations.nobody");
        if (campaign.Anonymity == Anonymity.Confidential && await db.Set<Invitation>().CountAsync(i => i.CampaignId == id, cancel) < FewestConfidential)
            return Problem.Invalid("invitations.too_few", null, ("fewest", FewestConfidential));
        var said = await words.OfAsync(id, kind, cancel);
        var wave = waves.Select(w => w.Number).DefaultIfEmpty().Max() + 1;
        db.Add(new InvitationWave { CampaignId = id, Number = wave, CouncilId = council.Id, Kind = kind, StartedOn = CampaignDays.DayOf(now), Address = head, Subject = said.Subject, Body = said.Body, People = people });
        audit.Record(new InvitationActs.WaveBegun(id, kind.ToString().ToLowerInvariant(), people));
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            // Pressed twice, or by two people: one wave has begun.
            return Problem.Lost("invitations.under_way");
        }
    }
}
