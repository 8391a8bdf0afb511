using Diapason.Studies.Portraits;
using static Diapason.Studies.Reporting.PortraitWords;

namespace Diapason.Studies.Reporting;

/// <summary>The sentence by which a figure is read: it gives the order of its groups, says whether its ends differ by more than chance, and speaks of none that carries a mark.</summary>
internal static class ReadFigure
{
    /// <summary>More groups are named by their ends.</summary>
    private const int MostNamed = 5;

    private const int AtEachEnd = 2;

    /// <param name="overall">The figure for everyone.</param>
    /// <param name="segments">Its groups; none when everyone is read together.</param>
    public static string Of(Share overall, IReadOnlyList<Segment> segments)
    {
        if (!overall.IsSure) return T.Format("portrait.reading.fragile", Mark(overall.Reliability));
        var sure = GroupGap.Ordered(segments);
        if (sure.Count < 2)
        {
            var interval = overall.Figure.Interval();
            return T.Format("portrait.reading.all", Percent(overall), Percent(interval.Low), Percent(interval.High));
        }

        if (Percent(sure[0].Share!) == Percent(sure[^1].Share!)) return T.Format("portrait.reading.equal", string.Join(", ", sure.Select(s => Say(s.Label))), Percent(sure[0].Share!), Percent(overall));
        return T.Format(
            sure.Count == segments.Count ? "portrait.reading.order" : "portrait.reading.order_sure",
            Named(sure), Percent(overall), T[GroupGap.Of(segments) is { IsBeyondChance: true } ? "portrait.reading.beyond" : "portrait.reading.within"]);
    }

    private static string Named(IReadOnlyList<Segment> segments)
    {
        if (segments.Count <= MostNamed) return string.Join(", ", segments.Select(Name));
        var between = T.Format("portrait.reading.between", segments.Count - (2 * AtEachEnd));
        return string.Join(", ", [.. segments.Take(AtEachEnd).Select(Name), between, .. segments.TakeLast(AtEachEnd).Select(Name)]);
    }

    private static string Name(Segment segment) => T.Format("portrait.reading.group", Say(segment.Label), Percent(segment.Share!));
}
