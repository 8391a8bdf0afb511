using Diapason.Forms;
using Diapason.Statistics;
using Diapason.Statistics.Publication;
using Diapason.Studies.Following;
using Diapason.Studies.Frames;
using Diapason.Studies.Portraits;
using Diapason.Text;
using Portrait = Diapason.Studies.Portraits.Portrait;

namespace Diapason.Studies.Publishing;

/// <summary>Makes the record of an edition: rows due are looked at anew, through the one door; the others keep their figure and its date.</summary>
internal sealed class MakeEdition(Study study, NoiseSource noise, AdmittedPeople people)
{
    private readonly PublicationDoor _door = new(noise);
    private readonly PortraitDefinition _definition = study.Portrait;

    public bool IsClosing { get; init; }

    /// <param name="plan">What the night decided.</param>
    /// <param name="before">The edition before; null for the first.</param>
    /// <param name="day">The day of publication.</param>
    /// <param name="opened">The day people could first answer.</param>
    public Portrait Run(EditionPlan plan, Portrait? before, DateOnly day, DateOnly? opened)
    {
        var (design, margins) = WeighToFrame.Run(study.Frame, people.Columns);
        // What is cut off is not handed to others: nobody is felt alone.
        var making = new Making(plan, before, day, WeightSummary.Trimmed(design.Weights));
        var columns = people.Figures(_definition);
        return new Portrait
        {
            Definition = _definition,
            Frame = study.Frame,
            Threshold = study.Opening,
            Edition = plan.Edition,
            Day = day,
            Opened = opened,
            Weights = margins,
            Margins = new LookAtMargins(study, noise, people) { IsClosing = IsClosing }.Run(plan, before, day),
            Figures = [.. _definition.Figures.Select((figure, f) => Figure(making, figure, f, columns[f]))],
        };
    }

    private Figure Figure(Making making, FigureDefinition figure, int place, CategoricalColumn column)
    {
        var known = making.Before?.Figures.FirstOrDefault(k => k.Definition.Signature == figure.Signature);
        var all = Table(making, (figure, place), RowShares.Of(column, making.Weights, null, 1), _ => RowId.Everyone)[0];
        // A routed question's n would be set beside the segments of the variable that routes it: it is read for everyone.
        var by = figure.Among is null ? _definition.Breakdowns.Index().ToDictionary(b => b.Item.Variable, b => Segments(making, (figure, place), column, b)) : [];
        return new Figure(figure, Questions(figure), all ?? known?.Overall, Kept(by, known, making.Before));
    }

    private IReadOnlyList<Segment> Segments(Making making, (FigureDefinition Figure, int Place) figure, CategoricalColumn column, (int Index, Breakdown Item) breakdown)
    {
        var options = people.Columns.Variable(breakdown.Item.Variable).Options;
        var exact = RowShares.Of(column, making.Weights, people.Segments(breakdown.Item), options.Count);
        var shares = Table(making, figure, exact, segment => new RowId(breakdown.Index, segment));
        return [.. options.Select((option, s) => new Segment(option.Code, breakdown.Item.NameOf(option), shares[s]))];
    }

    /// <summary>The rows of one table that are due tonight, with one design effect for the whole of it: that of the rows due alone would be a look at each.</summary>
    private Share?[] Table(Making making, (FigureDefinition Figure, int Place) figure, ExactShare?[] exact, Func<int, RowId> row)
    {
        var due = Enumerable.Range(0, exact.Length).Where(s => exact[s] is not null && making.IsDue(row(s), figure.Place)).ToList();
        var shares = new Share?[exact.Length];
        if (due.Count == 0) return shares;
        var effect = WeightSummary.PublishedDesignEffect(Enumerable.Range(0, exact.Length).Where(s => exact[s] is not null && making.IsOpen(row(s), figure.Place)).Select(s => exact[s]!.Weights));
        foreach (var s in due)
        {
            var key = new FigureKey(making.Decision(row(s))!.Next.KeysOf(figure.Place), figure.Figure.Signature);
            shares[s] = new Share(_door.Share(key, exact[s]!.Share, exact[s]!.Weights, effect), making.Plan.Edition, making.Day);
        }

        return shares;
    }

    /// <summary>A breakdown whose categories changed is another one: nothing of it is kept.</summary>
    private Dictionary<string, IReadOnlyList<Segment>> Kept(Dictionary<string, IReadOnlyList<Segment>> by, Figure? known, Portrait? before)
    {
        if (known is null || before is null) return by;
        foreach (var breakdown in _definition.Breakdowns.Where(b => by.ContainsKey(b.Variable)))
        {
            var old = known.By.GetValueOrDefault(breakdown.Variable) ?? [];
            if (!old.Select(s => s.Code).ToHashSet().SetEquals(by[breakdown.Variable].Select(s => s.Code))) continue;
            by[breakdown.Variable] = [.. by[breakdown.Variable].Select(s => s with { Share = s.Share ?? old.First(o => o.Code == s.Code).Share })];
        }

        return by;
    }

    private List<LocalizedText> Questions(FigureDefinition figure) => [.. figure.Counts.Select(c => Asked(people.Columns.Variable(c.Variable))).Distinct()];

    private static LocalizedText Asked(Variable variable)
    {
        var title = variable.Question.PlainTitle;
        return variable.Item is { } item ? title.Map((language, asked) => $"{asked} — {item.Label.In(language)}") : title;
    }

    private sealed record Making(EditionPlan Plan, Portrait? Before, DateOnly Day, double[] Weights)
    {
        private readonly Dictionary<RowId, RowDecision> _decisions = Plan.Rows.ToDictionary(r => r.Row);

        public RowDecision? Decision(RowId row) => _decisions.GetValueOrDefault(row);

        /// <summary>Shown tonight, anew or as it was.</summary>
        public bool IsOpen(RowId row, int figure) => Decision(row) is { } known && known.Next.KeysOf(figure).Count > 0;

        public bool IsDue(RowId row, int figure) => Decision(row) is { Outcome: RowOutcome.Opened or RowOutcome.Refreshed } due && due.Questions.Contains(figure);
    }
}
