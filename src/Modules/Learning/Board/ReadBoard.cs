using Diapason.Learning.Interests;
using Diapason.Learning.Sessions;
using Diapason.Needs.Contracts;
using Diapason.Platform.Language;

namespace Diapason.Learning.Board;

/// <summary>What is asked for and what is offered, for one competency in one region.</summary>
/// <param name="Asked">People on open lists of interest: requests, told at any size.</param>
/// <param name="Waiting">People who wait for a seat in a session, or waited for one that began without them.</param>
/// <param name="Free">Seats left in sessions to come.</param>
/// <param name="Online">Seats left for the same, in sessions that are for every region.</param>
internal sealed record BoardRow(string Competency, string Region, int Asked, int Waiting, int Free, int Online)
{
    /// <summary>How many people have asked and have no seat in sight.</summary>
    public int Gap => Math.Max(0, Asked + Waiting - Free);
}

/// <summary>The board of unmet needs: requests beside seats, the widest gap first. Nothing here comes from answers.</summary>
internal sealed class ReadBoard(ReadLists lists, ReadSessions read, ReadUnserved unserved, IOfferNames offer)
{
    public async Task<(IReadOnlyList<BoardRow> Rows, OfferNames Names)> RunAsync(CancellationToken cancel)
    {
        var names = await offer.ReadAsync(cancel);
        var asked = (await lists.ByCompetencyAsync(cancel)).Select(l => (l.Competency, l.Region, Asked: l.People, Waiting: 0, Free: 0));
        var offered = (await read.OpenAsync(cancel)).Where(s => s.Standing is SessionStanding.Places or SessionStanding.Full)
            .Select(s => (s.Content.Competency, Region: s.Content.Region ?? "", Asked: 0, s.Waiting, s.Free));
        var all = asked.Concat(offered).Concat((await unserved.RunAsync(cancel)).Select(u => (u.Competency, u.Region, Asked: 0, Waiting: u.People, Free: 0))).ToList();
        var online = all.Where(r => r.Region.Length == 0).GroupBy(r => r.Competency).ToDictionary(g => g.Key, g => g.Sum(r => r.Free), StringComparer.Ordinal);
        var rows = all.GroupBy(r => (r.Competency, r.Region))
            .Select(g => new BoardRow(g.Key.Competency, g.Key.Region, g.Sum(r => r.Asked), g.Sum(r => r.Waiting), g.Sum(r => r.Free), g.Key.Region.Length == 0 ? 0 : online.GetValueOrDefault(g.Key.Competency)));
        return ([.. rows.OrderByDescending(r => r.Gap).ThenByDescending(r => r.Asked + r.Waiting).ThenBy(r => names.Competency(r.Competency)?.Name.Here, StringComparer.CurrentCulture)], names);
    }
}
