using Diapason.Statistics;

namespace Diapason.Studies.Portraits;

/// <summary>Every figure in the whole and in every segment under the weights, with linearised errors that know of the calibration. Nothing here is protected yet.</summary>
internal sealed class FigureTables
{
    private readonly SurveyDesign _design;
    private readonly IReadOnlyList<CategoricalColumn> _columns;
    private readonly IReadOnlyList<CategoricalColumn> _breakdowns;
    private readonly IReadOnlyList<ShareTable> _tables;
    private readonly (double Effective, double Heaviest)[][] _bases;

    public FigureTables(SurveyDesign design, IReadOnlyList<CategoricalColumn> figures, IReadOnlyList<CategoricalColumn> breakdowns)
    {
        (_design, _columns, _breakdowns) = (design, figures, breakdowns);
        CategoricalColumn?[] segments = [null, .. breakdowns];
        _tables = design.Portraits(figures, segments);
        _bases = [.. segments.SelectMany(_ => figures, (by, figure) => Bases(design.Weights, figure, by))];
    }

    public Share Overall(int figure) => At(figure, 0);

    public Share In(int breakdown, int figure, int segment) => At(((breakdown + 1) * _columns.Count) + figure, segment);

    /// <summary>What is between the ends of a figure's breakdown, among the groups that a sentence may speak of; null when it may not speak of two.</summary>
    public GroupGap? Gap(int breakdown, int figure, IReadOnlyList<Segment> segments)
    {
        if (GroupGap.Ordered(segments) is not { Count: > 1 } groups) return null;
        var ends = _design.Estimate([In(groups[^1]), In(groups[0])]);
        return new GroupGap(groups.Count, ends.Combine($"{groups[^1].Code} − {groups[0].Code}", [1, -1], 1 - GroupGap.Level));

        Statistic In(Segment group) => Statistic.Share(_columns[figure], FigureColumn.YesCode, Domain.Of(_breakdowns[breakdown], group.Code));
    }

    private Share At(int table, int segment)
    {
        var shares = _tables[table];
        var estimate = shares[segment, FigureColumn.Yes] ?? throw new InvalidOperationException("A segment without an answer has no share: the disclosure rule hides it.");
        var (effective, heaviest) = _bases[table][segment];
        return new Share(estimate, (double)shares.Count(segment, FigureColumn.Yes) / shares.N(segment), effective, heaviest);
    }

    /// <summary>(Σw)² / Σw² of each segment's base (Kish 1965), and its largest weight over Σw.</summary>
    private static (double Effective, double Heaviest)[] Bases(ReadOnlySpan<double> weights, CategoricalColumn figure, CategoricalColumn? by)
    {
        var (sum, squares, largest) = (new double[by?.Categories.Count ?? 1], new double[by?.Categories.Count ?? 1], new double[by?.Categories.Count ?? 1]);
        var codes = figure.Codes;
        var segments = by is null ? new byte[codes.Length] : by.Codes;
        for (var row = 0; row < codes.Length; row++)
        {
            var segment = segments[row];
            if (codes[row] > FigureColumn.Yes || segment >= sum.Length) continue;
            var weight = weights[row];
            sum[segment] += weight;
            squares[segment] += weight * weight;
            if (weight > largest[segment]) largest[segment] = weight;
        }

        return [.. sum.Select((s, i) => s > 0 ? (s * s / squares[i], largest[i] / s) : (0, 1))];
    }
}
