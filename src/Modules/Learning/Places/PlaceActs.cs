using Diapason.Platform.Audit;

namespace Diapason.Learning.Places;

/// <summary>What the trail keeps of what is done for people by somebody of the council: on which session, never on whom.</summary>
internal static class PlaceActs
{
    [Recorded("place.signed_up", "session")]
    internal sealed record SignedUp(Guid Subject) : Act(Subject);

    [Recorded("place.confirmed", "session")]
    internal sealed record Confirmed(Guid Subject) : Act(Subject);

    [Recorded("place.given_up", "session")]
    internal sealed record GivenUp(Guid Subject) : Act(Subject);
}
