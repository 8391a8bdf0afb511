using Diapason.Forms;
using Diapason.Statistics;
using Diapason.Studies.Columns;
using Diapason.Studies.Disclosure;
using Diapason.Studies.Frames;
using Diapason.Text;

namespace Diapason.Studies.Portraits;

/// <summary>From columns to a portrait: weights, estimates, then what the disclosure rule lets through and nothing else.</summary>
internal sealed class ComputePortrait(SmallCells cells, TimeProvider clock)
{
    public Portrait Run(PortraitDefinition definition, PopulationFrame frame, ColumnStore store)
    {
        var portrait = new Portrait
        {
            Definition = definition,
            Frame = frame,
            ComputedAt = clock.GetUtcNow().UtcDateTime,
            Respondents = store.Rows,
            FirstAnswer = store.FirstAnswer,
            LastAnswer = store.LastAnswer,
        };
        if (store.Rows < cells.Threshold) return portrait;
        var (design, weights) = WeighToFrame.Run(frame, store);
        return portrait with { Weights = weights, Figures = Figures(definition, store, design) };
    }

    /// <summary>The variables a portrait and its frame read.</summary>
    public static IEnumerable<string> Variables(PortraitDefinition definition, PopulationFrame frame) =>
        definition.Figures.SelectMany(f => f.Counts.Append(f.Among)).OfType<CountedAnswers>().Select(c => c.Variable)
            .Concat(definition.Breakdowns.Select(b => b.Variable))
            .Concat(frame.Margins.Select(m => m.Variable))
            .Distinct(StringComparer.Ordinal);

    private List<Figure> Figures(PortraitDefinition definition, ColumnStore store, SurveyDesign design)
    {
        var columns = definition.Figures.Select(f => FigureColumn.Of(f, store)).ToList();
        var askedOfAll = definition.Figures.Zip(columns).Where(pair => pair.First.Among is null).Select(pair => pair.Second).ToList();
        var breakdowns = definition.Breakdowns.Select(b => ReadBreakdown.Of(b, store, askedOfAll, cells)).ToList();
        var tables = new FigureTables(design, columns, [.. breakdowns.Select(b => b.Column)]);
        return [.. definition.Figures.Select((figure, f) => new Figure(
            figure,
            Questions(figure, store),
            MayShow(figure, columns[f], breakdowns) ? tables.Overall(f) : null,
            figure.Among is null
                ? breakdowns.Index().ToDictionary(b => b.Item.Variable.Code, b => b.Item.Read(columns[f], cells, segment => tables.In(b.Index, f, segment)))
                : []))];
    }

    private bool MayShow(FigureDefinition figure, CategoricalColumn column, List<ReadBreakdown> breakdowns)
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
