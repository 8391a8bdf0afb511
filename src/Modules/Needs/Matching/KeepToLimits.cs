using Diapason.Needs.Reference;

namespace Diapason.Needs.Matching;

/// <summary>Compares an entry with what a person can give and follow. What an entry does not say of itself is not held against it, but for a price and an accommodation: a promise is kept only with what is known. Pure.</summary>
internal static class KeepToLimits
{
    private const int MinutesInHour = 60;
    private const int Cents = 100;

    /// <summary>Every way in which the entry does not keep to them; none when it does.</summary>
    public static IReadOnlyList<Breach> Of(OfferEntry entry, Profile profile, Offer offer)
    {
        var limits = profile.Limits ?? new Limits();
        return
        [
            .. new[] { Time(entry, limits), Money(entry, limits, offer), Place(entry, profile), Discipline(entry, profile), Way(entry, limits), Language(entry, limits) }.OfType<Breach>(),
            .. (limits.Access ?? []).Where(access => Matters(access, entry) && !entry.Access.Contains(access)).Select(access => new Breach.WithoutAccess(access)),
        ];
    }

    private static Breach.Longer? Time(OfferEntry entry, Limits limits) =>
        limits.Hours is { } hours && entry.Minutes > hours * MinutesInHour ? new Breach.Longer(entry.Minutes, hours) : null;

    private static Breach? Money(OfferEntry entry, Limits limits, Offer offer)
    {
        if (limits.Dollars is not { } dollars || offer.IsFree(entry)) return null;
        if (entry.Cents is not { } cents) return new Breach.PriceUnsaid(dollars);
        return cents > dollars * Cents ? new Breach.Dearer(dollars) : null;
    }

    private static Breach.Elsewhere? Place(OfferEntry entry, Profile profile) =>
        profile.Region is { } region && entry.Suits.Regions.Count > 0 && !entry.Suits.Regions.Contains(region) && !entry.IsOnlineToo ? new Breach.Elsewhere() : null;

    private static Breach.OtherDiscipline? Discipline(OfferEntry entry, Profile profile) =>
        profile.Discipline is { } discipline && entry.Suits.Disciplines.Count > 0 && !entry.Suits.Disciplines.Contains(discipline) ? new Breach.OtherDiscipline() : null;

    private static Breach.OtherWay? Way(OfferEntry entry, Limits limits) => limits.Way switch
    {
        WayToFollow.OwnPace when entry.Format != OfferFormat.SelfPaced => new Breach.OtherWay(WayToFollow.OwnPace),
        WayToFollow.FromAfar when !IsFromAfar(entry) => new Breach.OtherWay(WayToFollow.FromAfar),
        WayToFollow.WithOthers when entry.Format == OfferFormat.SelfPaced => new Breach.OtherWay(WayToFollow.WithOthers),
        _ => null,
    };

    private static bool IsFromAfar(OfferEntry entry) =>
        entry.IsOnlineToo || entry.Format is OfferFormat.SelfPaced or OfferFormat.Online || (entry.Format == OfferFormat.OneToOne && entry.Acts.Place is null);

    private static Breach.OtherLanguage? Language(OfferEntry entry, Limits limits) =>
        limits.Language is { } language && entry.GivenIn() is { Count: > 0 } given && !given.Contains(language) ? new Breach.OtherLanguage(language) : null;

    /// <summary>A sheet one reads has no need of captions, and what is not somewhere has no stairs.</summary>
    private static bool Matters(Access access, OfferEntry entry) => access switch
    {
        Access.StepFree => entry.Acts.Place is not null && !entry.IsOnlineToo,
        Access.ScreenReader => entry.Acts.Documents.Count > 0 || entry.Acts.Link is not null || entry.Format == OfferFormat.Online,
        _ => entry.IsSpoken,
    };
}
