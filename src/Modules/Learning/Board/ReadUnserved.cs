using Diapason.Learning.Data;
using Diapason.Learning.Places;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Board;

/// <summary>
/// Who waited for a session that began without a place for them, as long as their demand is kept: each once for a competency, at the last one. Who waits since then on a list, or in
/// another session, is counted there; who has a place in one is served.
/// </summary>
internal sealed class ReadUnserved(DiapasonDb db)
{
    public async Task<IReadOnlyList<(string Competency, string Region, int People)>> RunAsync(CancellationToken cancel)
    {
        var left = await PlacesAsync(db.Set<Registration>().Where(r => r.State == PlaceState.Unserved), cancel);
        if (left.Count == 0) return [];
        var reaches = left.Select(one => one.Reach).Distinct().ToList();
        var since = await PlacesAsync(
            db.Set<Registration>().Where(r => (r.State == PlaceState.Offered || r.State == PlaceState.Confirmed || r.State == PlaceState.Waiting) && (reaches.Contains(r.Email) || reaches.Contains(r.Phone))), cancel);
        var listed = await db.Set<Interest>().Join(db.Set<InterestList>().Where(l => l.State == ListState.Open), i => i.ListId, l => l.Id, (i, l) => new { l.Competency, Reach = i.Email != "" ? i.Email : i.Phone, i.Name }).ToListAsync(cancel);
        var counted = new Dictionary<string, CountedOnce>(StringComparer.Ordinal);
        foreach (var one in listed) Of(counted, one.Competency).Add(one.Reach, one.Name);
        var rows = new List<Place>();
        foreach (var one in left.OrderByDescending(one => one.StartsAt))
            if (!since.Exists(other => other.Competency == one.Competency && other.StartsAt > one.StartsAt && other.Reach == one.Reach && CountedOnce.AreOne(other.Name, one.Name)) && Of(counted, one.Competency).Add(one.Reach, one.Name)) rows.Add(one);
        return [.. rows.GroupBy(one => (one.Competency, one.Region)).Select(g => (g.Key.Competency, g.Key.Region, g.Count()))];
    }

    private async Task<List<Place>> PlacesAsync(IQueryable<Registration> which, CancellationToken cancel)
    {
        var sessions = (await db.Set<Session>().AsNoTracking().Where(s => s.State == SessionState.Open && which.Any(r => r.SessionId == s.Id)).ToListAsync(cancel)).ToDictionary(s => s.Id, s => (s.StartsAt, Content: s.Read()));
        var people = await which.Select(r => new { r.SessionId, Reach = r.Email != "" ? r.Email : r.Phone, r.Name }).ToListAsync(cancel);
        return [.. people.Where(r => sessions.ContainsKey(r.SessionId)).Select(r => (r, Session: sessions[r.SessionId])).Select(one => new Place(one.Session.Content.Competency, one.Session.Content.Region ?? "", one.Session.StartsAt, one.r.Reach, one.r.Name))];
    }

    private static CountedOnce Of(Dictionary<string, CountedOnce> counted, string competency) => counted.TryGetValue(competency, out var once) ? once : counted[competency] = new CountedOnce();

    private sealed record Place(string Competency, string Region, DateTime StartsAt, string Reach, string Name);
}
