using Diapason.Learning.Data;
using Diapason.Learning.Sessions;
using Diapason.Needs.Contracts;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Board;

/// <summary>What was given, region by region. Null where fewer than ten people make a number: a small region is not told, nor the total that would give it back.</summary>
/// <param name="Region">A code; empty for sessions that are for all regions; null for the total.</param>
/// <param name="Served">Of a hundred who said what they thought, how many say that it serves them.</param>
internal sealed record ReportRow(string? Region, int Sessions, int? People, int? Hours, int? Served);

/// <summary>For those who pay for training: sessions that are over, people, hours, what they thought of it.</summary>
internal sealed class ReadReport(DiapasonDb db, ReadSessions read, IOfferNames offer)
{
    public const int Least = Feedback.Least;
    private const int Hour = 60;
    private const int ServesFrom = 3;

    public async Task<(IReadOnlyList<ReportRow> Rows, OfferNames Names)> RunAsync(CancellationToken cancel)
    {
        var over = (await read.AllAsync(cancel)).Where(s => s.Standing == SessionStanding.Over).ToList();
        var said = await db.Set<Feedback>().GroupBy(f => f.SessionId).Select(g => new { g.Key, All = g.Count(), Good = g.Count(f => f.Served >= ServesFrom) }).ToDictionaryAsync(g => g.Key, g => (g.All, g.Good), cancel);
        var rows = over.GroupBy(s => s.Content.Region ?? "").Select(g => Row(g.Key, [.. g], said)).OrderByDescending(r => r.People ?? -1).ToList();
        if (rows.Count == 0) return ([], await offer.ReadAsync(cancel));
        var total = Row(null, over, said);
        return ([.. rows, total with { People = rows.Any(r => r.People is null) ? null : total.People, Hours = rows.Any(r => r.Hours is null) ? null : total.Hours, Served = rows.Any(r => r.Served is null) ? null : total.Served }], await offer.ReadAsync(cancel));
    }

    private static ReportRow Row(string? region, List<SeenSession> sessions, IReadOnlyDictionary<Guid, (int All, int Good)> said)
    {
        var people = sessions.Sum(s => s.Session.Trained);
        var (all, good) = (sessions.Sum(s => said.GetValueOrDefault(s.Session.Id).All), sessions.Sum(s => said.GetValueOrDefault(s.Session.Id).Good));
        var isTold = people >= Least;
        return new ReportRow(region, sessions.Count, isTold ? people : null, isTold ? (int)Math.Round(sessions.Sum(s => s.Session.TrainedMinutes) / (double)Hour) : null, all >= Least ? (int)Math.Round(100.0 * good / all) : null);
    }
}
