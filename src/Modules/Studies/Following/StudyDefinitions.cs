using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Studies.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Studies.Following;

/// <summary>The portraits that kits wrote, read again when they change; says which one a campaign is read with.</summary>
internal sealed class StudyDefinitions
{
    private readonly Dictionary<string, Study> _read = new(StringComparer.Ordinal);
    private IReadOnlyList<StudyStamp> _stamps = [];

    public async Task RefreshAsync(DiapasonDb db, CouncilDirectory councils, CancellationToken cancel)
    {
        var settings = (await councils.AllAsync(cancel)).ToDictionary(c => c.Id, c => c.Settings);
        var rows = await db.EveryCouncil<StoredPortrait>().AsNoTracking().Select(p => new { p.Id, p.CouncilId, p.Campaign, p.FrameId, p.UpdatedAt }).ToListAsync(cancel);
        _stamps = [.. rows.Select(p => (Portrait: p, Settings: settings.GetValueOrDefault(p.CouncilId, CouncilSettings.None)))
            .Select(p => new StudyStamp(p.Portrait.Id, p.Portrait.CouncilId, p.Portrait.Campaign, p.Portrait.FrameId, p.Portrait.UpdatedAt, p.Settings.FewestInRow, p.Settings.SmallRowsAtTheClose))];
        foreach (var old in _read.Keys.Except(_stamps.Select(s => s.ToString())).ToList()) _read.Remove(old);
    }

    /// <summary>The councils that have a portrait.</summary>
    public IEnumerable<Guid> Councils => _stamps.Select(s => s.CouncilId).Distinct();

    /// <summary>
    /// The portrait written for the campaign; failing that, one written for none, then the council's oldest: the first whose variables the questionnaire has, so that
    /// another campaign's portrait never takes the place of the one it was read with. Null when there is none.
    /// </summary>
    public async Task<Study?> FindAsync(DiapasonDb db, CampaignFacts campaign, CancellationToken cancel)
    {
        foreach (var stamp in For(campaign))
            if (await ReadAsync(db, stamp, cancel) is var study && study.Variables.All(v => campaign.Questionnaire.FindVariable(v) is not null)) return study;
        return null;
    }

    private IEnumerable<StudyStamp> For(CampaignFacts campaign) => _stamps.Where(s => s.CouncilId == campaign.CouncilId)
        .OrderBy(s => s.Campaign == campaign.Slug ? 0 : s.Campaign is null ? 1 : 2).ThenBy(s => s.Id);

    private async Task<Study> ReadAsync(DiapasonDb db, StudyStamp stamp, CancellationToken cancel)
    {
        if (_read.TryGetValue(stamp.ToString(), out var known)) return known;
        var portrait = await db.EveryCouncil<StoredPortrait>().AsNoTracking().FirstAsync(p => p.Id == stamp.Id && p.CouncilId == stamp.CouncilId, cancel);
        var frame = await db.EveryCouncil<StoredFrame>().AsNoTracking().FirstAsync(f => f.Id == stamp.FrameId && f.CouncilId == stamp.CouncilId, cancel);
        return _read[stamp.ToString()] = Study.Of(stamp, portrait, frame);
    }
}
