using Diapason.Design.Charts;
using Diapason.Design.Components;

namespace Diapason.Studies.Reporting;

/// <summary>One figure in the words of one language, ready to be laid on a page.</summary>
internal sealed record FigureView
{
    public required string Code { get; init; }

    /// <summary>The finding; what is measured when the figure carries a mark, and what it would have measured when it is hidden.</summary>
    public required string Title { get; init; }

    /// <summary>Null when the title already says it.</summary>
    public string? Measure { get; init; }

    /// <summary>Null when the figure is hidden.</summary>
    public FigureSource? Source { get; init; }

    public string Reading { get; init; } = "";
    public Chart? Chart { get; init; }
    public DataTable? Table { get; init; }
    public string? Published { get; init; }

    /// <summary>The segments that are hidden, by name, which the page then explains; null when none is.</summary>
    public string? Hidden { get; init; }

    /// <summary>The rows that wait for more answers, each with its day; null when all are of this edition.</summary>
    public string? Unchanged { get; init; }

    /// <summary>What each mark seen in the figure means, in plain words.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>Whether a breakdown was asked for that a routed question does not have.</summary>
    public bool IsRouted { get; init; }
}

/// <summary>A portrait in the words of one language and one breakdown.</summary>
/// <param name="Title">The main finding.</param>
internal sealed record PortraitView(
    string Title, string Nuance, IReadOnlyList<SectionView> Sections, IReadOnlyList<TakeawayView> Takeaways);

internal sealed record SectionView(string Code, string Title, IReadOnlyList<FigureView> Figures);

internal sealed record TakeawayView(string Tone, string Title, string Text);
