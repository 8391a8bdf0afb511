using System.Text.Json.Serialization;
using Diapason.Needs.Contracts;
using Diapason.Needs.Reference;

namespace Diapason.Needs.Matching;

/// <summary>What a person said, in codes, wherever it was heard. The engine knows nothing else.</summary>
internal sealed record Profile
{
    /// <summary>A browser keeps four kilobytes.</summary>
    public const int MostIdeas = 12;

    public required NeedOrigin Heard { get; init; }
    public string? Status { get; init; }
    public string? Role { get; init; }
    public string? Region { get; init; }
    public string? Discipline { get; init; }
    public string? Link { get; init; }
    public string? Task { get; init; }
    public string? Obstacle { get; init; }
    public string? Goal { get; init; }

    /// <summary>The obstacle as it was ticked in the questionnaire, by <see cref="AnswersReading.Said"/>; null when it was heard elsewhere.</summary>
    public string? ObstacleSaid { get; init; }

    /// <summary>The person said they never use what the council asks about.</summary>
    public bool NeverUses { get; init; }

    /// <summary>Tasks the person sorted in piles; empty when they were not asked.</summary>
    public IReadOnlyDictionary<string, TaskPile> Piles { get; init; } = new Dictionary<string, TaskPile>();

    /// <summary>Tasks in which they say they already use what the council asks about; empty when they were not asked.</summary>
    public IReadOnlyList<string> Does { get; init; } = [];

    /// <summary>In their own words, they want to go on without what the council asks about.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool WantsWithout { get; init; }

    /// <summary>Competencies that a person's own words call for, the first first; empty when they were heard otherwise.</summary>
    public IReadOnlyList<string> Called { get; init; } = [];

    /// <summary>Ideas of the lexicon found in those words, the clearest first. Never the words.</summary>
    public IReadOnlyList<string> Ideas { get; init; } = [];

    /// <summary>Entries of the offer that speak of these ideas, the closest first.</summary>
    public IReadOnlyList<string> Answering { get; init; } = [];

    /// <summary>The one of them that is closer than any other by far; null when several are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Asked { get; init; }

    /// <summary>Where the person stands, by competency; one that was not asked about is absent.</summary>
    public IReadOnlyDictionary<string, Position> Positions { get; init; } = new Dictionary<string, Position>();

    /// <summary>What steps must keep to; null when nothing was said of it.</summary>
    public Limits? Limits { get; init; }

    /// <summary>Whether it is enough to name a need and steps.</summary>
    public bool SaysWhereItStands => Positions.Count > 0;
}

/// <summary>A level from 0 to 3, and whether the person called the competency important (null: not asked).</summary>
internal sealed record Position(int Level, bool? IsImportant = null)
{
    /// <summary>The person did not say: <see cref="Level"/> only stands for it, and nothing is said of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsUnsaid { get; init; }

    /// <summary>For what calls for a competency without saying where one stands.</summary>
    public static readonly Position Unsaid = new(1) { IsUnsaid = true };
}
