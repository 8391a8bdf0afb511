using Diapason.Learning.Data;

namespace Diapason.Learning.Sessions;

/// <summary>A session as it stands at a moment.</summary>
/// <param name="Held">Seats confirmed, or held for somebody who was offered one.</param>
/// <param name="Waiting">People who wait for a seat.</param>
internal sealed record SeenSession(Session Session, SessionContent Content, int Held, int Waiting, DateTime Now)
{
    public int Free => Waiting > 0 ? 0 : Math.Max(0, Content.Seats - Held);

    /// <summary>There is a seat or a rank to give up, and it would serve somebody.</summary>
    public bool IsToLeave(Registration place) =>
        Standing is not (SessionStanding.Over or SessionStanding.Cancelled) && (place.State is PlaceState.Offered or PlaceState.Confirmed || (place.State == PlaceState.Waiting && Session.StartsAt > Now));

    /// <summary>How somebody stands by now, whatever was written before: no place is held past its term, nobody is called once it has begun.</summary>
    public PlaceState StateOf(Registration place) => place.State switch
    {
        PlaceState.Offered when place.OfferedUntil <= Now => PlaceState.Expired,
        PlaceState.Waiting when Session.StartsAt <= Now => PlaceState.Unserved,
        var state => state,
    };

    public SessionStanding Standing => Session.State switch
    {
        SessionState.Draft => SessionStanding.Draft,
        SessionState.Cancelled => SessionStanding.Cancelled,
        _ when Session.EndsAt <= Now => SessionStanding.Over,
        _ when Session.ClosesAt <= Now => SessionStanding.Closed,
        _ => Free > 0 ? SessionStanding.Places : SessionStanding.Full,
    };
}

internal enum SessionStanding
{
    Draft,
    Places,

    /// <summary>A waiting list is open.</summary>
    Full,

    /// <summary>Nobody signs up any more.</summary>
    Closed,
    Over,
    Cancelled,
}
