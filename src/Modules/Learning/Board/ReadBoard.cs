using Diapason.Learning.Interests;
using Diapason.Learning.Sessions;
using Diapason.Needs.Contracts;

namespace Diapason.Learning.Board;

/// <summary>What is asked for and what is offered, for one competency in one region.</summary>
/// <param name="Asked">People on open lists of interest: requests, told at any size.</param>
/// <param name="Waiting">People who wait for a seat in a session.</param>
/// <param name="Free">Seats left in sessions to come.</param>
internal sealed record BoardRow(string Competency, string Region, int Asked, int Waiting, int Free)
{
    /// <summary>How many people have asked and have no seat in sight.</summary>
    public int Gap => Math.Max(0, Asked + Waiting - Free);
}

/// <summary>The board of unmet needs: requests beside seats, the widest gap first. Nothing here comes from answers.</summary>
internal sealed class ReadBoard(ReadLists lists, ReadSessions read, IOfferNames offer)
{
    public async Task<(IReadOnlyList<BoardRow> Rows, OfferNames Names)> RunAsync(CancellationToken cancel)
    {
        var names = await offer.ReadAsync(cancel);
        var asked = (await lists.OpenAsync(cancel)).Select(l => (l.List.Competency, l.List.Region, Asked: l.People, Waiting: 0, Free: 0));
        var offered = (await read.OpenAsync(cancel)).Where(s => s.Standing is SessionStanding.Places or SessionStanding.Full)
            .Select(s => (s.Content.Competency, Region: s.Content.Region ?? "", Asked: 0, s.Waiting, s.Free));
        var rows = asked.Concat(offered).GroupBy(r => (r.Competency, r.Region))
            .Select(g => new BoardRow(g.Key.Competency, g.Key.Region, g.Sum(r => r.Asked), g.Sum(r => r.Waiting), g.Sum(r => r.Free)));
        return ([.. rows.OrderByDescending(r => r.Gap).ThenByDescending(r => r.Asked + r.Waiting).ThenBy(r => names.Competency(r.Competency)?.Name.In("fr"), StringComparer.CurrentCulture)], names);
    }
}
