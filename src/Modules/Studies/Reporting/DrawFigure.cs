using System.Globalization;
using Diapason.Design.Charts;
using Diapason.Design.Components;
using Diapason.Statistics;
using Diapason.Studies.Following;
using Diapason.Studies.Portraits;
using static Diapason.Studies.Reporting.PortraitWords;

namespace Diapason.Studies.Reporting;

/// <summary>Turns one figure into words, a chart and its table, whole or by one breakdown.</summary>
internal sealed class DrawFigure(StudyState state, Breakdown? by)
{
    public FigureView Of(Figure figure)
    {
        var measure = Say(figure.Definition.Measure);
        if (figure.Overall is not { } overall)
            return new FigureView { Code = figure.Definition.Code, Title = T.Format("portrait.hidden.title", measure), Measure = measure };
        var segments = by is null ? [] : figure.By.GetValueOrDefault(by.Variable) ?? [];
        return new FigureView
        {
            Code = figure.Definition.Code,
            Title = Finding(figure, overall),
            Measure = measure,
            Reading = Reading(overall, segments),
            Source = Source(figure, overall, segments),
            Chart = Draw(figure, overall, segments),
            Table = Table(figure, overall, segments),
            Published = Published(figure, overall),
            HasHidden = segments.Any(s => s.Share is null),
            IsRouted = by is not null && figure.Definition.Among is not null,
        };
    }

    private static string Reading(Share overall, IReadOnlyList<Segment> segments)
    {
        var shown = segments.Where(s => s.Share is not null).OrderBy(s => s.Share!.Value).ToList();
        if (shown.Count < 2)
        {
            var interval = overall.Estimate.Interval.GetValueOrDefault();
            return T.Format("portrait.reading.all", Percent(overall.Value), Percent(interval.Low), Percent(interval.High), Percent(overall.Unweighted));
        }

        var (low, high) = (shown[0], shown[^1]);
        var apart = low.Share!.Estimate.Interval?.High < high.Share!.Estimate.Interval?.Low;
        return T.Format("portrait.reading.by", Marked(low.Share), Say(low.Label), Marked(high.Share!), Say(high.Label), Percent(overall.Value),
            apart ? T["portrait.reading.apart"] : T["portrait.reading.overlap"]);
    }

    private static string Marked(Share share) => Percent(share.Value) + share.Estimate.Mark;

    private FigureSource Source(Figure figure, Share overall, IReadOnlyList<Segment> segments)
    {
        var note = T.Format("portrait.note.mark", Percent(overall.Estimate.Cv ?? 0), Mark(overall.Estimate.Reliability));
        // A mark drawn beside a group is explained where it is seen.
        foreach (var marked in segments.Select(s => s.Share?.Estimate).Where(e => e?.Mark is { Length: > 0 }).Select(e => e!.Reliability).Distinct().Order())
            note = $"{note} {Mark(marked)}.";
        return new FigureSource
        {
            Question = Questions(figure),
            N = overall.N,
            Base = Base(figure, state),
            Frame = Frame(state.Portrait.Frame),
            Date = Capitalised(Period(state.Portrait)),
            Weighting = Weighting.Both,
            Interval = IntervalKind.Indicative95,
            Note = state.Campaign.IsSynthetic ? $"{note} {T["portrait.note.synthetic"]}" : note,
        };
    }

    private Chart Draw(Figure figure, Share overall, IReadOnlyList<Segment> segments)
    {
        var culture = CultureInfo.CurrentCulture;
        var text = new ChartText
        {
            Id = "g-" + figure.Definition.Code.Replace('_', '-'),
            Title = Say(figure.Definition.Measure),
            Description = T.Format("portrait.chart.description", segments.Count == 0 ? T["portrait.chart.together"] : T.Format("portrait.chart.by", Say(by!.Label))),
            RowHead = T["portrait.chart.row"],
            Suppressed = T["portrait.chart.suppressed"],
            Culture = culture,
        };
        var rows = segments.Select(s => Row(Say(s.Label), s.Share)).Prepend(Row(T["portrait.row.all"], overall)).ToList();
        var legend = new DotLegend(T["portrait.chart.value"], T["portrait.chart.range"], T["portrait.chart.unweighted"]);
        return DotRange.Draw(text, Scale.Percent(culture), legend, rows);
    }

    private static DotRow Row(string label, Share? share) => share is null
        ? new DotRow(label, null, null, null, null)
        : new DotRow(
            $"{label} {share.Estimate.Mark}".TrimEnd(), Points(share.Value), Points(share.Estimate.Interval?.Low), Points(share.Estimate.Interval?.High), Points(share.Unweighted));

    private static double? Points(double? share) => share is { } known ? Math.Round(100 * Whole(known)) : null;

    private DataTable Table(Figure figure, Share overall, IReadOnlyList<Segment> segments)
    {
        var rows = segments.Select(s => new DataRow(Say(s.Label), Cells(s.Share))).Prepend(new DataRow(T["portrait.row.all"], Cells(overall))).ToList();
        if (figure.Definition.Published is { } published)
        {
            var unknown = T["portrait.table.na"];
            rows.Add(new DataRow(PublishedName(), [Percent(published / 100), unknown, unknown, unknown, unknown, unknown, unknown]));
        }

        return new DataTable(
            Say(figure.Definition.Measure),
            [
                new(T["portrait.chart.row"], false), new(T["portrait.chart.value"]), new(T["portrait.chart.range"]), new(T["portrait.chart.unweighted"]),
                new(T["portrait.table.n"]), new(T["portrait.table.effective"]), new(T["portrait.table.cv"]), new(T["portrait.table.mark"], false),
            ],
            rows);
    }

    private static string[] Cells(Share? share)
    {
        if (share is null) return [.. Enumerable.Repeat(T["portrait.table.hidden"], 7)];
        var estimate = share.Estimate;
        return
        [
            Marked(share), Interval(estimate), Percent(share.Unweighted), Number(share.N), Number(share.KishN),
            Percent(estimate.Cv ?? 0), Mark(estimate.Reliability),
        ];
    }

    private static string Capitalised(string sentence) => sentence.Length == 0 ? sentence : char.ToUpper(sentence[0], CultureInfo.CurrentCulture) + sentence[1..];

    private string PublishedName() => T.Format("portrait.row.published", Say(state.Portrait.Definition.Published.Name));

    private string? Published(Figure figure, Share overall)
    {
        if (figure.Definition.Published is not { } published) return null;
        var (name, there, here) = (Say(state.Portrait.Definition.Published.Name), Percent(published / 100), Percent(overall.Value));
        return state.Campaign.IsSynthetic ? T.Format("portrait.published.synthetic", name, there, here) : T.Format("portrait.published", name, there, here);
    }
}
