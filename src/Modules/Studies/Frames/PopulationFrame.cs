using Diapason.Text;

namespace Diapason.Studies.Frames;

/// <summary>Whom respondents are compared with: a named, dated, cited and versioned object, never a constant.</summary>
internal sealed record PopulationFrame
{
    public required string Code { get; init; }
    public required string Version { get; init; }
    public required LocalizedText Name { get; init; }
    public required LocalizedText Source { get; init; }

    /// <summary>The day the frame describes.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>After this day the page says that the frame is due for review.</summary>
    public required DateOnly Review { get; init; }

    public required long Total { get; init; }
    public required LocalizedText Definition { get; init; }
    public required LocalizedText Caution { get; init; }
    public required IReadOnlyList<FrameMargin> Margins { get; init; }
}

/// <summary>One known distribution of the population, over one variable of the questionnaire.</summary>
internal sealed record FrameMargin(string Code, string Variable, LocalizedText Label, IReadOnlyList<FrameCategory> Categories);

/// <param name="Share">In points of a hundred; the categories of a margin sum to 100.</param>
/// <param name="Answers">The option codes that fall in it.</param>
internal sealed record FrameCategory(string Code, LocalizedText Label, double Share, IReadOnlyList<string> Answers);
