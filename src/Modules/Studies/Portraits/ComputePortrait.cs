using Diapason.Forms;
using Diapason.Statistics;
using Diapason.Studies.Columns;
using Diapason.Studies.Disclosure;
using Diapason.Studies.Frames;
using Diapason.Text;

namespace Diapason.Studies.Portraits;

/// <summary>From columns to a portrait: weights, estimates, then what the disclosure rule lets through and nothing else.</summary>
internal sealed class ComputePortrait(TimeProvider clock)
{
    public Portrait Run(PortraitDefinition definition, PopulationFrame frame, ColumnStore store, SmallCells cells)
    {
        var portrait = new Portrait
        {
            Definition = definition,
            Frame = frame,
            ComputedAt = clock.GetUtcNow().UtcDateTime,
            Respondents = store.Rows,
            Threshold = cells.Threshold,
            FirstAnswer = store.FirstAnswer,
            LastAnswer = store.LastAnswer,
        };
        if (store.Rows < cells.Threshold) return portrait;
        var (design, weights) = WeighToFrame.Run(frame, store);
        return portrait with { Weights = weights, Figures = Figures(definition, store, design, cells) };
    }

    /// <summary>The variables a portrait and its frame read.</summary>
    public static IEnumerable<string> Variables(PortraitDefinition definition, PopulationFrame frame) =>
        definition.Figures.SelectMany(f => f.Counts.Append(f.Among)).OfType<CountedAnswers>().Select(c => c.Variable)
            .Concat(definition.Breakdowns.Select(b => b.Variable))
            .Concat(frame.Margins.Select(m => m.Variable))
            .Distinct(StringComparer.Ordinal);

    private static List<Figure> Figures(PortraitDefinition definition, ColumnStore store, SurveyDesign design, SmallCells cells)
    {
        var columns = definition.Figures.Select(f => FigureColumn.Of(f, store)).ToList();
        var askedOfAll = definition.Figures.Zip(columns).Where(pair => pair.First.Among is null).Select(pair => pair.Second).ToList();
        var breakdowns = definition.Breakdowns.Select(b => ReadBreakdown.Of(b, store, askedOfAll, cells)).ToList();
        var tables = new FigureTables(design, columns, [.. breakdowns.Select(b => b.Column)]);
        return [.. definition.Figures.Select((figure, f) =>
        {
            var by = figure.Among is null
                ? breakdowns.Index().ToDictionary(b => b.Item.Variable.Code, b => b.Item.Read(columns[f], cells, segment => tables.In(b.Index, f, segment)))
                : [];
            var overall = MayShow(figure, columns[f], breakdowns, cells) ? tables.Overall(f) : null;
            return new Figure(figure, Questions(figure, store), overall, by) { Gaps = Gaps(tables, f, breakdowns, by) };
        })];
    }

    private static Dictionary<string, GroupGap> Gaps(FigureTables tables, int figure, List<ReadBreakdown> breakdowns, Dictionary<string, IReadOnlyList<Segment>> by)
    {
        var gaps = new Dictionary<string, GroupGap>();
        foreach (var (b, breakdown) in breakdowns.Index())
            if (by.TryGetValue(breakdown.Variable.Code, out var segments) && tables.Gap(b, figure, segments) is { } gap) gaps[breakdown.Variable.Code] = gap;
        return gaps;
    }

    private static bool MayShow(FigureDefinition figure, CategoricalColumn column, List<ReadBreakdown> breakdowns, SmallCells cells)
    {
        var everyone = FigureColumn.Count(column, new byte[column.Count], 1);
        if (!cells.MayShow(everyone.Bases[0], everyone.Counted[0])) return false;
        return figure.Among is not { } among || breakdowns.Find(b => b.Variable.Code == among.Variable)?.MayShowAmong(among) != false;
    }

    private static List<LocalizedText> Questions(FigureDefinition figure, ColumnStore store) =>
        [.. figure.Counts.Select(c => Asked(store.Variable(c.Variable))).Distinct()];

    private static LocalizedText Asked(Variable variable)
    {
        var title = variable.Question.Title;
        return variable.Item is { } item ? title.Map((language, asked) => $"{asked} — {item.Label.In(language)}") : title;
    }
}
