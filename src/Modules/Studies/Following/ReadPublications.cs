using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Statistics.Publication;
using Diapason.Studies.Data;
using Diapason.Studies.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Studies.Following;

/// <summary>The last edition of every campaign, read again when there is another: a look costs one short query for all of them.</summary>
internal sealed class ReadPublications
{
    private readonly Dictionary<Guid, (int Stamp, Publication Publication)> _known = [];
    private Dictionary<Guid, int> _stamps = [];

    public async Task RefreshAsync(DiapasonDb db, CancellationToken cancel) => _stamps = await db.EveryCouncil<StoredPublication>().AsNoTracking()
        .Select(p => new { p.CampaignId, p.Stamp }).ToDictionaryAsync(p => p.CampaignId, p => p.Stamp, cancel);

    public async Task<Publication> OfAsync(DiapasonDb db, CampaignFacts campaign, CancellationToken cancel)
    {
        var id = campaign.Id.Value;
        if (!_stamps.TryGetValue(id, out var stamp)) return Publication.None;
        if (_known.TryGetValue(id, out var known) && known.Stamp == stamp) return known.Publication;
        var stored = await db.EveryCouncil<StoredPublication>().AsNoTracking().FirstAsync(p => p.CampaignId == id && p.CouncilId == campaign.CouncilId, cancel);
        var content = await db.EveryCouncil<StoredEdition>().AsNoTracking().Where(e => e.CampaignId == id && e.Number == stored.Number).Select(e => e.Content).FirstOrDefaultAsync(cancel);
        var editions = await db.EveryCouncil<StoredEdition>().AsNoTracking().Where(e => e.CampaignId == id && e.Number <= stored.Number).OrderBy(e => e.Number)
            .Select(e => new EditionMark(e.Number, e.Day)).ToListAsync(cancel);
        var publication = new Publication(
            content is null ? null : PortraitJson.Read(content), stored.Received, stored.HasFailed, stored.IsClosed)
        {
            Editions = editions,
            // Of what is stored tonight: an edition older than the count has spent too.
            Spent = BudgetSpent.Of(StudiesJson.Read<List<RowMemory>>(stored.RowStates)),
            Excess = stored.Excess is { } excess ? StudiesJson.Read<List<BudgetExcess>>(excess) : [],
        };
        _known[id] = (stamp, publication);
        return publication;
    }
}
