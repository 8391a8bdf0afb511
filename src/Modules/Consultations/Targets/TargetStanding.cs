namespace Diapason.Consultations.Targets;

/// <summary>Where a target stands.</summary>
internal enum Standing
{
    /// <summary>The group has as many answers as were hoped for, or more.</summary>
    Reached,

    /// <summary>It has fewer, and nothing says that it will not have them.</summary>
    OnTheWay,

    /// <summary>Less than half of what the time that has passed would bring.</summary>
    FarBehind,

    /// <summary>The study knows no such group, or nothing yet.</summary>
    Unknown,
}

/// <summary>A target beside what is told of its group: tens, and nothing under the fewest that are told. What is concluded is concluded from what is told, so that it tells no more.</summary>
/// <param name="Group">Its code.</param>
/// <param name="Of">What its variable is called.</param>
/// <param name="Name">Its own name; its code where the study knows none.</param>
/// <param name="Target">How many answers are hoped for; nought for none.</param>
/// <param name="Answered">Its answers, to the ten below; nought under the fewest that are told; null where the study knows no such group.</param>
internal sealed record TargetStanding(string Group, string Of, string Name, int Target, int? Answered)
{
    /// <summary>The most it can have: what is not told counts as if it had come.</summary>
    public required int AtMost { get; init; }

    /// <summary>What part of its time the campaign has behind it, from 0 to 1; null where its end is not known, or has come.</summary>
    public double? Elapsed { get; init; }

    public DateOnly? SeenOn { get; init; }

    public Standing Stands => Answered is not { } answered ? Standing.Unknown
        : answered >= Target ? Standing.Reached
        : Elapsed is >= Soon and var part && AtMost < Target * part / 2 ? Standing.FarBehind
        : Standing.OnTheWay;

    /// <summary>Before, nothing is far behind.</summary>
    private const double Soon = 0.25;
}
