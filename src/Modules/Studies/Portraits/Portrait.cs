using Diapason.Platform.Councils;
using Diapason.Statistics;
using Diapason.Statistics.Publication;
using Diapason.Studies.Frames;
using Diapason.Text;

namespace Diapason.Studies.Portraits;

/// <summary>One edition of what a campaign's answers say. It holds only what left by the one door: exact figures were never put in it.</summary>
internal sealed record Portrait
{
    public required PortraitDefinition Definition { get; init; }
    public required PopulationFrame Frame { get; init; }

    /// <summary>People a row needs before it is shown.</summary>
    public required int Threshold { get; init; }

    /// <summary>Its number, from 1; 0 before the first.</summary>
    public int Edition { get; init; }

    /// <summary>The day it was published.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The day people could first answer.</summary>
    public DateOnly? Opened { get; init; }

    /// <summary>The last day on which people answered elsewhere, to another program; null where they answered here.</summary>
    public DateOnly? Held { get; init; }

    /// <summary>Null before the first edition.</summary>
    public MarginUses? Weights { get; init; }

    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>How those who answered stand beside the frame; none in an edition older than ADR 50.</summary>
    public IReadOnlyList<MarginShares> Margins { get; init; } = [];

    public bool IsPublished => Weights is not null;

    public Figure? Find(string code) => Figures.FirstOrDefault(f => f.Definition.Code == code);

    /// <summary>
    /// The same figures in the words of today: a kit may correct a sentence. A figure that counts otherwise, or that no edition has looked at, is hidden. A council that
    /// asks for more people than when a row opened hides it.
    /// </summary>
    public Portrait InWordsOf(PortraitDefinition definition, int threshold)
    {
        var known = Figures.GroupBy(f => f.Definition.Signature).ToDictionary(g => g.Key, g => g.First());
        return this with
        {
            Definition = definition,
            Threshold = threshold,
            Margins = [.. Margins.Where(m => m.Categories.All(c => IsEnough(c.Figure.N, threshold)))],
            Figures = [.. definition.Figures.Select(d => known.GetValueOrDefault(d.Signature) is { } figure ? Shown(figure, d, definition, threshold) : new Figure(d, [], null, NoBreakdown))],
        };
    }

    private static readonly Dictionary<string, IReadOnlyList<Segment>> NoBreakdown = [];

    private static Figure Shown(Figure figure, FigureDefinition definition, PortraitDefinition portrait, int threshold) => figure with
    {
        Definition = definition,
        Overall = Enough(figure.Overall, threshold),
        By = portrait.Breakdowns.Where(b => figure.By.ContainsKey(b.Variable)).ToDictionary(
            b => b.Variable, b => (IReadOnlyList<Segment>)[.. figure.By[b.Variable].Select(s => s with { Label = b.NameOf(s), Share = Enough(s.Share, threshold) })]),
    };

    private static Share? Enough(Share? share, int threshold) => share is null || IsEnough(share.N, threshold) ? share : null;

    private static bool IsEnough(RoundedBase n, int threshold) => threshold <= CouncilSettings.DefaultRowThreshold || n.Most >= threshold;
}

/// <summary>One figure with all it may be shown with.</summary>
/// <param name="Questions">The questions as they were asked.</param>
/// <param name="Overall">Null when hidden.</param>
/// <param name="By">By breakdown variable; empty for a routed question.</param>
internal sealed record Figure(
    FigureDefinition Definition, IReadOnlyList<LocalizedText> Questions, Share? Overall, IReadOnlyDictionary<string, IReadOnlyList<Segment>> By);

/// <summary>One segment of a breakdown.</summary>
/// <param name="Share">Null when hidden: it has not opened, or waits for more answers.</param>
internal sealed record Segment(string Code, LocalizedText Label, Share? Share)
{
    public bool IsHidden => Share is null;
}

/// <summary>One margin of the frame among those who answered: shares that are not weighted, published by the one door, and the edition that last looked.</summary>
/// <param name="Margin">Its code in the frame.</param>
internal sealed record MarginShares(string Margin, IReadOnlyList<MarginShare> Categories, int Edition, DateOnly Day);

/// <param name="Category">Its code in the margin.</param>
internal sealed record MarginShare(string Category, PublishedShare Figure);

/// <summary>A share as the world sees it, and the edition that last looked at its people.</summary>
/// <param name="Figure">Rounded share, rounded number of people, design effect of its table: error, interval and marks are functions of these three.</param>
internal sealed record Share(PublishedShare Figure, int Edition, DateOnly Day)
{
    public double Value => Figure.Share;

    public RoundedBase N => Figure.N;

    public Reliability Reliability { get; } = JudgeShare.Of(Figure);

    public IReadOnlyList<MarkReason> Reasons => JudgeShare.Reasons(Figure);

    /// <summary>Whether it carries no mark: only such a figure is put in a title or in a sentence.</summary>
    public bool IsSure => Reliability == Reliability.Good;

    /// <summary>The mark printed beside it: empty, <c>*</c> or <c>**</c>.</summary>
    public string Mark => Reliability switch { Reliability.Caution => "*", Reliability.Unreliable => "**", _ => "" };
}
