using Diapason.Forms;
using Diapason.Statistics;
using Diapason.Studies.Columns;
using Diapason.Studies.Disclosure;

namespace Diapason.Studies.Portraits;

/// <summary>One variable by which figures are read, with the segments hidden in every figure.</summary>
internal sealed class ReadBreakdown
{
    private readonly byte[] _segments;
    private readonly bool[] _hidden;

    private readonly Breakdown _breakdown;

    private ReadBreakdown(Breakdown breakdown, Variable variable, CategoricalColumn column, byte[] segments, bool[] hidden) =>
        (_breakdown, Variable, Column, _segments, _hidden) = (breakdown, variable, column, segments, hidden);

    public Variable Variable { get; }

    public CategoricalColumn Column { get; }

    public static ReadBreakdown Of(Breakdown breakdown, ColumnStore store, IEnumerable<CategoricalColumn> figures, SmallCells cells)
    {
        var variable = store.Variable(breakdown.Variable);
        var column = store.Column(variable.Code);
        var segments = FigureColumn.Segments(column);
        var counts = figures.Select(f => FigureColumn.Count(f, segments, variable.Options.Count + 1)).ToList();
        return new ReadBreakdown(breakdown, variable, column, segments, cells.HideEverywhere(counts));
    }

    public bool MayShowAmong(CountedAnswers among) =>
        SmallCells.MayShowAmong([.. Variable.Options.Index().Where(o => among.Answers.Contains(o.Item.Code)).Select(o => o.Index)], _hidden);

    /// <summary>The figure in each segment, in the order of the questionnaire. Those whose segment is not known have no line, though they count in the rule.</summary>
    public IReadOnlyList<Segment> Read(CategoricalColumn figure, SmallCells cells, Func<int, Share> share)
    {
        var counts = FigureColumn.Count(figure, _segments, _hidden.Length);
        var hidden = cells.Hide(counts, _hidden);
        var nobody = SmallCells.HidesNobody(counts, hidden);
        return [.. Variable.Options.Select((option, s) => new Segment(option.Code, _breakdown.NameOf(option), hidden[s] ? null : share(s), hidden[s] && nobody))];
    }
}
