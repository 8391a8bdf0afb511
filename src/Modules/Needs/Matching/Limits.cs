using System.Text.Json.Serialization;
using Diapason.Needs.Reference;

namespace Diapason.Needs.Matching;

/// <summary>What a person can give and follow, said once: what does not keep to it is not proposed, and is counted. Each left out limits nothing. Region and discipline are facts of the <see cref="Profile"/>.</summary>
internal sealed record Limits
{
    /// <summary>Hours a month.</summary>
    public int? Hours { get; init; }

    public int? Dollars { get; init; }

    public WayToFollow? Way { get; init; }

    /// <summary>The one language they follow a step in.</summary>
    public string? Language { get; init; }

    /// <summary>What they cannot do without.</summary>
    public IReadOnlyList<Access>? Access { get; init; }

    [JsonIgnore]
    public bool IsNone => Hours is null && Dollars is null && Way is null && Language is null && Access is not { Count: > 0 };
}

/// <summary>How a person can follow a step.</summary>
internal enum WayToFollow
{
    /// <summary>When they can, with nobody waiting for them.</summary>
    OwnPace,

    /// <summary>From where they are.</summary>
    FromAfar,

    /// <summary>With other people, near or far.</summary>
    WithOthers,
}
