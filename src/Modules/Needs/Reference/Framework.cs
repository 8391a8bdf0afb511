using Diapason.Text;

namespace Diapason.Needs.Reference;

/// <summary>The competencies of a council, each on three anchored levels, and the obstacles people name. Versioned, dated, cited, and due for review.</summary>
internal sealed record Framework
{
    public const int HighestLevel = 3;

    public required string Code { get; init; }
    public required string Version { get; init; }
    public required DateOnly Date { get; init; }
    public required DateOnly Review { get; init; }
    public required LocalizedText Source { get; init; }

    /// <summary>Four names, from "not yet" (0) to "I help others" (3).</summary>
    public required IReadOnlyList<LocalizedText> Levels { get; init; }

    public required IReadOnlyList<Competency> Competencies { get; init; }
    public required IReadOnlyList<Obstacle> Obstacles { get; init; }

    public Competency? Competency(string code) => Competencies.FirstOrDefault(c => c.Code == code);

    public Obstacle? Obstacle(string? code) => Obstacles.FirstOrDefault(o => o.Code == code);
}

/// <summary>One competency: a sentence to see oneself in for each level, and the plain name of the need that leads there.</summary>
/// <param name="IsPriority">One of the five that the study puts first.</param>
/// <param name="IsPrerequisite">What the others stand on: asked first, answered first.</param>
/// <param name="Anchors">Levels 1, 2, 3: what a person at that level can truly say.</param>
/// <param name="Needs">What one needs in order to reach level 1, 2, 3.</param>
internal sealed record Competency(
    string Code,
    bool IsPriority,
    bool IsPrerequisite,
    LocalizedText Name,
    LocalizedText Short,
    LocalizedText Description,
    IReadOnlyList<LocalizedText> Anchors,
    IReadOnlyList<LocalizedText> Needs);

/// <summary>What holds people back, named so that it completes "your obstacle: …".</summary>
internal sealed record Obstacle(string Code, LocalizedText Name)
{
    /// <summary>The answer "nothing holds me back".</summary>
    public const string None = "none";
}
