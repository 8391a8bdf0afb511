using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Interests;

/// <summary>The owner of an address says yes by the link they were mailed. Twice is once.</summary>
internal sealed class ConfirmInterest(DiapasonDb db, CurrentCouncil council, AddressHashes hashes, WaitingInterests waiting, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(CampaignFacts campaign, AskedInterest asked, CancellationToken cancel)
    {
        if (asked.Campaign != campaign.Id.Value) return Problem.Absent();
        var hash = (await hashes.OfAsync(council.Id, cancel)).Hash(asked.Email);
        if (await db.Set<Refusal>().AnyAsync(r => r.AddressHash == hash, cancel)) return Outcome.Done;
        if (IsOver(campaign)) return Problem.Over("results.over");
        await waiting.AddAsync(campaign, (asked, hash), campaign.StateAt(clock.GetUtcNow().UtcDateTime) == CampaignState.Closed, cancel);
        return Outcome.Done;
    }

    /// <summary>Past its own term, an address would be destroyed at once.</summary>
    private bool IsOver(CampaignFacts campaign) => campaign.ClosedAt is { } closed && closed.AddMonths(Interest.MostMonths) <= clock.GetUtcNow().UtcDateTime;
}
