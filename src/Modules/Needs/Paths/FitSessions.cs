using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;

namespace Diapason.Needs.Paths;

/// <summary>Which sessions keep to what limits a person. An accommodation is not promised by a session: whoever cannot do without one is shown none here, and its page says what is done. Pure.</summary>
internal static class FitSessions
{
    /// <summary>Two of a step are enough to choose.</summary>
    private const int Most = 2;

    private const int MinutesInHour = 60;
    private const int Cents = 100;

    public static IReadOnlyList<StepSession> Of(IEnumerable<StepSession> open, string entry, Profile profile) => [.. open.Where(session => session.Entry == entry && Fits(session, profile)).Take(Most)];

    private static bool Fits(StepSession session, Profile profile)
    {
        var limits = profile.Limits ?? new Limits();
        return (limits.Hours is not { } hours || session.Minutes <= hours * MinutesInHour)
            && (limits.Dollars is not { } dollars || session.Cents <= dollars * Cents)
            && (limits.Language is not { } language || session.Language == language)
            && limits.Way switch { WayToFollow.OwnPace => false, WayToFollow.FromAfar => session.IsFromAfar, _ => true }
            && limits.Access is not { Count: > 0 }
            && (session.IsFromAfar || session.Region is null || profile.Region is null || session.Region == profile.Region);
    }
}
