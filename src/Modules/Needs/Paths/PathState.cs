using Diapason.Needs.Matching;

namespace Diapason.Needs.Paths;

/// <summary>What a person has said and set aside so far. It lives in their browser until they ask us to keep it.</summary>
internal sealed record PathState
{
    /// <summary>A cookie holds four kilobytes; the oldest refusals beyond this are forgotten.</summary>
    private const int MostDismissed = 80;

    private const int MostKeptBefore = 8;

    /// <summary>More than anybody follows at once.</summary>
    public const int MostAdded = 12;

    public required Profile Profile { get; init; }

    /// <summary>The self-positioning is answered: there are steps to show.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Its profile was read from answers to a consultation, and goes when they are taken back.</summary>
    public bool FromAnswers { get; init; }

    /// <summary>Entries the person said are not for them, oldest first.</summary>
    public IReadOnlyList<string> Dismissed { get; init; } = [];

    /// <summary>Entries of the offer the person added, oldest first.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>The order they put the steps in, by entry; empty while it is the one proposed.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <summary>The kept copy, when the person asked for one.</summary>
    public Guid? SavedId { get; init; }

    /// <summary>Copies of paths that this one took the place of in the browser: still kept, each under its own code. The newest last.</summary>
    public IReadOnlyList<Guid> KeptBefore { get; init; } = [];

    /// <summary>This state put where another was: what was kept of the other is not forgotten.</summary>
    public PathState After(PathState? before) => before is null
        ? this
        : this with { KeptBefore = [.. KeptBefore.Concat(before.KeptBefore).Concat(before.SavedId is { } id ? [id] : []).Where(kept => kept != SavedId).Distinct().TakeLast(MostKeptBefore)] };

    public PathState Without(string entry) =>
        Dismissed.Contains(entry) ? this : this with { Dismissed = [.. Dismissed.TakeLast(MostDismissed - 1), entry], Added = [.. Added.Where(a => a != entry)] };

    public PathState With(string entry) => this with { Dismissed = [.. Dismissed.Where(d => d != entry)] };

    /// <summary>Beside what is proposed; the same when there is no more room.</summary>
    public PathState Adding(string entry) =>
        Added.Contains(entry) || Added.Count >= MostAdded ? With(entry) : With(entry) with { Added = [.. Added, entry] };
}
