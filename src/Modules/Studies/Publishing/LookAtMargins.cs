using Diapason.Statistics;
using Diapason.Statistics.Publication;
using Diapason.Studies.Following;
using Diapason.Studies.Frames;
using Diapason.Studies.Portraits;
using Portrait = Diapason.Studies.Portraits.Portrait;

namespace Diapason.Studies.Publishing;

/// <summary>
/// How those who answered stand beside the frame, for anyone to read. Counted each night, it told who had come to whoever brought a count to the brink: each margin is
/// a figure of everyone's row, looked at with that row, when its base has grown as a question's must, and moved by chance as an answer is (ADR 50).
/// </summary>
internal sealed class LookAtMargins(Study study, NoiseSource noise, AdmittedPeople people)
{
    private readonly PublicationDoor _door = new(noise);

    /// <summary>The closing edition takes ten newcomers.</summary>
    public bool IsClosing { get; init; }

    public IReadOnlyList<MarginShares> Run(EditionPlan plan, Portrait? before, DateOnly day)
    {
        var due = plan.Rows.Any(r => r.Row == RowId.Everyone && r.Outcome is RowOutcome.Opened or RowOutcome.Refreshed);
        return [.. study.Frame.Margins.Where(IsWithinBudget).Select(margin => Look(margin, due, Known(margin, before), (plan.Edition, day))).OfType<MarginShares>()];
    }

    private MarginShares? Look(FrameMargin margin, bool due, MarginShares? known, (int Number, DateOnly Day) edition)
    {
        var column = FrameColumn.Of(margin, people.Columns);
        var fills = FrameColumn.Fill(margin, column).ToList();
        var n = fills.Sum(f => f.Respondents);
        // An edition older than this rule has none: the next one opens them, whichever row it is made for.
        if (known is null ? n < study.Rules.Opening : !due || Newcomers(column, known) < Needed(known)) return known;
        var key = new FigureKey([NoiseSource.RowKey(people.Keys)], "margin " + margin.Code);
        var shares = _door.OneChoice(key, [.. fills.Select(f => (f.Category.Code, f.Share))], WeightSummary.Unweighted(n), 1);
        return new MarginShares(margin.Code, [.. fills.Zip(shares, (fill, share) => new MarginShare(fill.Category.Code, share))], edition.Number, edition.Day);
    }

    /// <summary>People with a category who came since the margin was last looked at.</summary>
    private int Newcomers(CategoricalColumn column, MarginShares known)
    {
        var codes = column.Codes;
        var count = 0;
        for (var i = 0; i < codes.Length; i++)
            if (people.AdmittedIn[i] > known.Edition && codes[i] < known.Categories.Count) count++;
        return count;
    }

    /// <summary>Never fewer than the rule asks: the true base is at most the end of what is shown.</summary>
    private double Needed(MarginShares known) => IsClosing ? study.Rules.Newcomers : Math.Max(study.Rules.Newcomers, study.Rules.QuestionGrowth * known.Categories[0].Figure.N.Most);

    /// <summary>A margin with other categories is another one.</summary>
    private static MarginShares? Known(FrameMargin margin, Portrait? before) =>
        before?.Margins.FirstOrDefault(m => m.Margin == margin.Code && m.Categories.Select(c => c.Category).SequenceEqual(margin.Categories.Select(c => c.Code)));

    /// <summary>It looks at its variable as a figure does, and counts with them.</summary>
    private bool IsWithinBudget(FrameMargin margin) =>
        study.Portrait.Figures.Count(f => f.Looked.Contains(margin.Variable)) + study.Frame.Margins.TakeWhile(m => m != margin).Count(m => m.Variable == margin.Variable)
        < study.Rules.Budget.FiguresPerVariable;
}
