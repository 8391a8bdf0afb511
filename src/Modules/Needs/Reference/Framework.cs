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

    /// <summary>How people work, and whether that is alone.</summary>
    public IReadOnlyList<WorkStatus> Statuses { get; init; } = [];

    /// <summary>What people do; a role may say in which link of the chain.</summary>
    public IReadOnlyList<WorkRole> Roles { get; init; } = [];

    /// <summary>What the sector says in its own words where the house has a plain sentence, by <see cref="OwnWords"/>.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Words { get; init; } = new Dictionary<string, LocalizedText>();

    public Competency? Competency(string code) => Competencies.FirstOrDefault(c => c.Code == code);

    public Obstacle? Obstacle(string? code) => Obstacles.FirstOrDefault(o => o.Code == code);

    /// <summary>Whether the person said that this, of all obstacles, is theirs.</summary>
    public bool IsHeldBackBy(ObstacleMeaning meaning, string? code) => Obstacle(code)?.Means == meaning;

    public bool IsAlone(string? status) => Statuses.Any(s => s.Code == status && s.IsAlone);
}

/// <summary>One competency: a sentence to see oneself in for each level, and the plain name of the need that leads there.</summary>
/// <param name="IsPriority">One of the five that the study puts first.</param>
/// <param name="IsPrerequisite">What the others stand on: asked first, answered first.</param>
/// <param name="Anchors">Levels 1, 2, 3: what a person at that level can truly say.</param>
/// <param name="Needs">What one needs in order to reach level 1, 2, 3.</param>
/// <param name="Never">For whoever never uses what the council asks about; null when the words above suit them too.</param>
internal sealed record Competency(
    string Code,
    bool IsPriority,
    bool IsPrerequisite,
    LocalizedText Name,
    LocalizedText Short,
    LocalizedText Description,
    IReadOnlyList<LocalizedText> Anchors,
    IReadOnlyList<LocalizedText> Needs,
    NeverUsing? Never = null)
{
    public IReadOnlyList<LocalizedText> AnchorsFor(bool neverUses) => neverUses && Never is not null ? Never.Anchors : Anchors;

    public IReadOnlyList<LocalizedText> NeedsFor(bool neverUses) => neverUses && Never is not null ? Never.Needs : Needs;
}

/// <summary>The same levels and needs in words that are true of somebody who never uses what the council asks about.</summary>
internal sealed record NeverUsing(IReadOnlyList<LocalizedText> Anchors, IReadOnlyList<LocalizedText> Needs);

/// <summary>What holds people back, named so that it completes "your obstacle: …".</summary>
/// <param name="Means">What the engine may do about it.</param>
internal sealed record Obstacle(string Code, LocalizedText Name, ObstacleMeaning Means = ObstacleMeaning.Other);

/// <summary>What an obstacle means to whoever chooses a step.</summary>
internal enum ObstacleMeaning
{
    /// <summary>Only the entries that say they ease it do.</summary>
    Other,

    /// <summary>Short steps ease it.</summary>
    Time,

    /// <summary>Free steps ease it.</summary>
    Money,

    /// <summary>The answer "nothing holds me back".</summary>
    Nothing,
}

/// <summary>A way of working.</summary>
/// <param name="IsAlone">Nobody to gather: a step for a team is not proposed.</param>
internal sealed record WorkStatus(string Code, LocalizedText Name, bool IsAlone);

/// <summary>A role; <paramref name="Link"/> is the link of the chain it works in, when the kit can say.</summary>
internal sealed record WorkRole(string Code, string? Link);
