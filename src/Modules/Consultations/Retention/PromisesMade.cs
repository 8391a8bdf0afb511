using Diapason.Consultations.Data;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Retention;

/// <summary>What the council's settings promised to those who answer or answered, as long as a campaign is open or its answers are kept.</summary>
internal sealed class PromisesMade(DiapasonDb db, TimeProvider clock) : IKeptPromises
{
    public async Task<IReadOnlyList<KeptPromise>> AllAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var begun = await db.Set<Campaign>().AsNoTracking().Where(c => c.OpensAt <= now).ToListAsync(cancel);
        var ids = begun.Select(c => c.Id).ToList();
        var kept = await db.Set<KeptAnswers>().AsNoTracking().ToDictionaryAsync(k => k.CampaignId, cancel);
        var responses = await db.Set<Response>().Where(r => ids.Contains(r.CampaignId)).GroupBy(r => new { r.CampaignId, Sent = r.SubmittedOn != null })
            .Select(g => new { g.Key.CampaignId, g.Key.Sent, Count = g.Count() }).ToListAsync(cancel);
        return [.. from campaign in begun
                   let known = kept.GetValueOrDefault(campaign.Id)
                   where known?.DestroyedAt is null && (campaign.IsOpenAt(now) || responses.Any(r => r.CampaignId == campaign.Id))
                   select new KeptPromise(responses.Where(r => r.CampaignId == campaign.Id && r.Sent).Sum(r => r.Count), known?.Months)];
    }

    public Task<int?> ShortestMonthsAsync(CancellationToken cancel) => db.Set<KeptAnswers>().Where(k => k.DestroyedAt == null).MinAsync(k => (int?)k.Months, cancel);
}
