using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Studies.Coverage;
using Diapason.Studies.Data;
using Diapason.Studies.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Studies.Following;

/// <summary>The last edition of every campaign, read again when there is another: a look costs one short query for all of them.</summary>
internal sealed class ReadPublications
{
    private readonly Dictionary<Guid, (Mark Mark, Publication Publication)> _known = [];
    private Dictionary<Guid, Mark> _marks = [];

    public async Task RefreshAsync(DiapasonDb db, CancellationToken cancel) => _marks = await db.EveryCouncil<StoredPublication>().AsNoTracking()
        .Select(p => new { p.CampaignId, Mark = new Mark(p.Number, p.LastNight, p.HasFailed, p.IsClosed) }).ToDictionaryAsync(p => p.CampaignId, p => p.Mark, cancel);

    public async Task<Publication> OfAsync(DiapasonDb db, CampaignFacts campaign, CancellationToken cancel)
    {
        var id = campaign.Id.Value;
        if (!_marks.TryGetValue(id, out var mark)) return Publication.None;
        if (_known.TryGetValue(id, out var known) && known.Mark == mark) return known.Publication;
        var stored = await db.EveryCouncil<StoredPublication>().AsNoTracking().FirstAsync(p => p.CampaignId == id && p.CouncilId == campaign.CouncilId, cancel);
        var content = await db.EveryCouncil<StoredEdition>().AsNoTracking().Where(e => e.CampaignId == id && e.Number == mark.Number).Select(e => e.Content).FirstOrDefaultAsync(cancel);
        // The same edition keeps its drawings.
        var portrait = content is null ? null : known.Mark?.Number == mark.Number ? known.Publication.Portrait : PortraitJson.Read(content);
        var publication = new Publication(portrait, StudiesJson.Read<List<CoverageBand>>(stored.Coverage), stored.Received, mark.HasFailed, mark.IsClosed);
        _known[id] = (mark, publication);
        return publication;
    }

    internal sealed record Mark(int Number, DateOnly? LastNight, bool HasFailed, bool IsClosed);
}
