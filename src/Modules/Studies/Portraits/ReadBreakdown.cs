using Diapason.Forms;
using Diapason.Statistics;
using Diapason.Studies.Columns;
using Diapason.Studies.Disclosure;
using Diapason.Text;

namespace Diapason.Studies.Portraits;

/// <summary>One variable by which figures are read, with the segments hidden in every figure.</summary>
internal sealed class ReadBreakdown
{
    private readonly byte[] _segments;
    private readonly bool[] _hidden;
    private readonly Domain?[] _domains;

    private ReadBreakdown(Variable variable, byte[] segments, bool[] hidden)
    {
        (Variable, _segments, _hidden) = (variable, segments, hidden);
        _domains = new Domain?[hidden.Length];
    }

    public Variable Variable { get; }

    public static ReadBreakdown Of(Variable variable, ColumnStore store, IReadOnlyList<CategoricalColumn> figures, SmallCells cells)
    {
        var segments = FigureColumn.Segments(store.Column(variable.Code));
        var counts = figures.Select(f => FigureColumn.Count(f, segments, variable.Options.Count + 1)).ToList();
        return new ReadBreakdown(variable, segments, cells.HideEverywhere(counts));
    }

    public bool MayShowAmong(CountedAnswers among) =>
        SmallCells.MayShowAmong([.. Variable.Options.Index().Where(o => among.Answers.Contains(o.Item.Code)).Select(o => o.Index)], _hidden);

    /// <summary>The figure in each segment, in the order of the questionnaire; those whose segment is not known have no line, though they count among the hidden.</summary>
    public IReadOnlyList<Segment> Read(CategoricalColumn figure, SmallCells cells, ShareEstimator estimator)
    {
        var hidden = cells.Hide(FigureColumn.Count(figure, _segments, _hidden.Length), _hidden);
        return [.. Variable.Options.Select((option, s) => new Segment(option.Code, option.Label, hidden[s] ? null : estimator.Share(figure, DomainOf(s, option.Label))))];
    }

    private Domain DomainOf(int segment, LocalizedText label) =>
        _domains[segment] ??= Domain.Where(label.French, Array.ConvertAll(_segments, s => s == segment));
}
