using System.Globalization;
using Diapason.Design.Charts;
using Diapason.Design.Components;
using Diapason.Platform.Language;
using Diapason.Statistics;
using Diapason.Statistics.Publication;
using Diapason.Studies.Following;
using Diapason.Studies.Frames;
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
            return new FigureView { Code = figure.Definition.Code, Title = T.Format("portrait.hidden.title", measure) };
        var segments = by is null ? [] : figure.By.GetValueOrDefault(by.Variable) ?? [];
        return new FigureView
        {
            Code = figure.Definition.Code,
            Title = overall.IsSure ? Finding(figure, overall) : measure,
            Measure = overall.IsSure ? measure : null,
            Reading = ReadFigure.Of(overall, segments),
            Source = Source(figure, overall, segments),
            Chart = Draw(figure, overall, segments),
            Table = Table(figure, overall, segments),
            Published = Published(figure, overall),
            Hidden = Names(segments.Where(s => s.IsHidden)),
            Unchanged = Unchanged(overall, segments),
            Marks = [.. Shown(overall, segments).Where(s => !s.IsSure).Select(s => s.Reliability).Distinct().Order().Select(Explain)],
            IsRouted = by is not null && figure.Definition.Among is not null,
        };
    }

    private static string? Names(IEnumerable<Segment> segments) => string.Join(", ", segments.Select(s => Say(s.Label))) is { Length: > 0 } names ? names : null;

    private static IEnumerable<Share> Shown(Share overall, IReadOnlyList<Segment> segments) => segments.Select(s => s.Share).OfType<Share>().Prepend(overall);

    private static string Explain(Reliability mark) => T[mark == Reliability.Unreliable ? "portrait.marks.unreliable" : "portrait.marks.caution"];

    private static string Marked(Share share) => Percent(share) + share.Mark;

    /// <summary>The rows that this edition did not look at anew, each with its day; null when all are of this edition.</summary>
    private string? Unchanged(Share overall, IReadOnlyList<Segment> segments)
    {
        var rows = segments.Select(s => (Name: Say(s.Label), s.Share)).Prepend((Name: T["portrait.row.all"], Share: overall)).Where(r => r.Share is { } share && share.Edition != state.Portrait.Edition);
        var days = rows.GroupBy(r => r.Share!.Day).OrderBy(g => g.Key).Select(g => T.Format("portrait.unchanged.day", LocalDates.Of(g.Key), string.Join(", ", g.Select(r => r.Name))));
        return string.Join(T["portrait.unchanged.and"], days) is { Length: > 0 } said ? Set(T.Format("portrait.unchanged", said)) : null;
    }

    private FigureSource Source(Figure figure, Share overall, IReadOnlyList<Segment> segments)
    {
        var note = T.Format("portrait.note.mark", Cv(overall), MarkAndWhy(overall), Edition(overall, state.Portrait));
        return new FigureSource
        {
            Question = Questions(figure),
            N = People(overall.N),
            Told = overall.N.IsBand ? null : T.Format("portrait.about", People(overall.N)),
            Base = Base(figure, state),
            Frame = Frame(state.Portrait.Frame),
            Date = Capitalised(state.Portrait.Held is null && segments.Any(s => s.Share is { } share && share.Day < overall.Day) ? T.Format("portrait.period.older", Period(state.Portrait, overall.Day)) : Period(state.Portrait, overall.Day)),
            Weighting = state.Portrait.Weights?.Step == WeightingStep.Unweighted ? Weighting.Unweighted : Weighting.Weighted,
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
            Culture = culture,
        };
        // Those that are hidden are named under the drawing: empty rows would drown the others.
        var rows = segments.Where(s => s.Share is not null).Select(s => Row(Say(s.Label), s.Share!)).Prepend(Row(T["portrait.row.all"], overall)).ToList();
        var legend = new DotLegend(T["portrait.chart.value"], T["portrait.chart.range"], Open: T["portrait.chart.open"]);
        return DotRange.Draw(text, Scale.Percent(culture), legend, rows);
    }

    private static DotRow Row(string label, Share share)
    {
        var interval = share.Figure.Interval();
        var isOpen = share.Figure.Cut != ShareCut.None;
        var at = share.Figure.Cut switch { ShareCut.Under => 0, ShareCut.Over => 100, _ => share.Value * 100 };
        return new(label, at, Points(interval.Low), Points(interval.High), null, share.Mark, Percent(share), isOpen);
    }

    private static double Points(double share) => Math.Round(100 * Whole(share));

    private DataTable Table(Figure figure, Share overall, IReadOnlyList<Segment> segments)
    {
        var rows = segments.Select(s => new DataRow(Say(s.Label), Cells(s.Share))).Prepend(new DataRow(T["portrait.row.all"], Cells(overall))).ToList();
        if (figure.Definition.Published is { } published && Study is { } study)
        {
            var unknown = T["portrait.table.na"];
            rows.Add(new DataRow(T.Format("portrait.row.published", Say(study.Name)), [Percent(published / 100), unknown, unknown, unknown, unknown, unknown]));
        }

        return new DataTable(
            Say(figure.Definition.Measure),
            [
                new(T["portrait.chart.row"], false), new(T["portrait.chart.value"]), new(T["portrait.chart.range"]), new(T["portrait.table.n"]),
                new(T["portrait.table.cv"]), new(T["portrait.table.mark"], false), new(T["portrait.table.edition"], false),
            ],
            rows);
    }

    private string[] Cells(Share? share) => share is null
        ? [.. Enumerable.Repeat(T["portrait.table.hidden"], 6)]
        : [Marked(share), Interval(share), People(share.N), Cv(share), MarkAndWhy(share), Edition(share, state.Portrait)];

    private static string Capitalised(string sentence) => sentence.Length == 0 ? sentence : char.ToUpper(sentence[0], CultureInfo.CurrentCulture) + sentence[1..];

    private PublishedStudy? Study => state.Portrait.Definition.Published;

    private string? Published(Figure figure, Share overall)
    {
        // A figure with a mark is not set beside another: the comparison would be read, and the mark would not.
        if (figure.Definition.Published is not { } published || Study is not { } study || !overall.IsSure) return null;
        var (name, there, here) = (Say(study.Name), Percent(published / 100), Percent(overall));
        return state.Campaign.IsSynthetic ? T.Format("portrait.published.synthetic", name, there, here) : T.Format("portrait.published", name, there, here);
    }
}
