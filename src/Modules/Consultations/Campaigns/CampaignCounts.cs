using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Campaigns;

/// <summary>How many started, sent and took back their answers. Those that wait in the tray are not counted, and those under way to the ten below: a number that moves by one tells when somebody answered.</summary>
internal sealed record CampaignCounts(int Drafts, int Sent, int Invented, int Withdrawn, IReadOnlyList<(string Language, int Sent)> ByLanguage)
{
    /// <summary>Those sent by real people.</summary>
    public int Real => Sent - Invented;

    public static async Task<CampaignCounts> OfAsync(DiapasonDb db, Guid campaignId, CancellationToken cancel)
    {
        var groups = await db.Set<Response>().Where(r => r.CampaignId == campaignId)
            .GroupBy(r => new { Sent = r.SubmittedOn != null, IsCounted = r.Sequence != null, r.IsSynthetic, r.Language })
            .Select(g => new { g.Key.Sent, g.Key.IsCounted, g.Key.IsSynthetic, g.Key.Language, Count = g.Count() })
            .ToListAsync(cancel);
        var withdrawn = await db.Set<Withdrawal>().CountAsync(w => w.CampaignId == campaignId && !w.IsMoved, cancel);
        return new CampaignCounts(
            groups.Where(g => !g.Sent).Sum(g => g.Count) / 10 * 10,
            groups.Where(g => g.IsCounted).Sum(g => g.Count),
            groups.Where(g => g.IsCounted && g.IsSynthetic).Sum(g => g.Count),
            withdrawn,
            [.. groups.Where(g => g.IsCounted).GroupBy(g => g.Language, g => g.Count).Select(g => (g.Key, g.Sum())).OrderByDescending(g => g.Item2)]);
    }
}
