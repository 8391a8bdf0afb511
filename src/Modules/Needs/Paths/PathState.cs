using Diapason.Needs.Matching;

namespace Diapason.Needs.Paths;

/// <summary>What a person has said and set aside so far. It lives in their browser until they ask us to keep it.</summary>
internal sealed record PathState
{
    /// <summary>A cookie holds four kilobytes; the oldest refusals beyond this are forgotten.</summary>
    private const int MostDismissed = 80;

    public required Profile Profile { get; init; }

    /// <summary>The self-positioning is answered: there are steps to show.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Entries the person said are not for them, oldest first.</summary>
    public IReadOnlyList<string> Dismissed { get; init; } = [];

    /// <summary>The kept copy, when the person asked for one.</summary>
    public Guid? SavedId { get; init; }

    public PathState Without(string entry) =>
        Dismissed.Contains(entry) ? this : this with { Dismissed = [.. Dismissed.TakeLast(MostDismissed - 1), entry] };

    public PathState With(string entry) => this with { Dismissed = [.. Dismissed.Where(d => d != entry)] };
}
