using Diapason.Needs.Reference;
using Diapason.Platform.Expiry;

namespace Diapason.Needs.Pages.Manage.OfferKeeping;

/// <summary>In what state an entry of the offer is, for those who keep it; and the filters of their list.</summary>
internal static class EntryState
{
    /// <summary>Days before its date from which an entry is due.</summary>
    public const int Near = 14;

    public const string Due = "due";
    public const string Ready = "ready";
    public const string Past = "past";
    public const string Missing = "missing";
    public const string Withdrawn = "withdrawn";

    public static readonly IReadOnlyList<string> All = [Due, Ready, Past, Missing, Withdrawn];

    public static bool IsDue(OfferEntry entry, DateOnly today) => !entry.IsWithdrawn && entry.Review.IsDue(today, Near);

    /// <summary>Dates were announced, and none is left.</summary>
    public static bool IsOver(OfferEntry entry, DateOnly today) => !entry.IsWithdrawn && entry.Acts.AreDatesOver(today);

    /// <summary>Nobody can do anything with it, whatever the day.</summary>
    public static bool LeadsNowhere(OfferEntry entry) => !entry.IsWithdrawn && !entry.Acts.CanBeDone(DateOnly.MinValue);

    /// <summary>Whether the list shows it under a filter; without one, all that is in the offer.</summary>
    public static bool Holds(string? filter, OfferEntry entry, DateOnly today) => filter switch
    {
        Due => IsDue(entry, today),
        Ready => entry.CanBeDone(today) && !IsOver(entry, today),
        Past => IsOver(entry, today) || (!entry.IsWithdrawn && entry.Review.IsOver(today)),
        Missing => !entry.IsWithdrawn && !entry.CanBeDone(today),
        Withdrawn => entry.IsWithdrawn,
        _ => !entry.IsWithdrawn,
    };

    /// <summary>What is most worth saying of it.</summary>
    public static string Of(OfferEntry entry, DateOnly today) =>
        entry.IsWithdrawn ? Withdrawn : LeadsNowhere(entry) ? Missing : IsOver(entry, today) || entry.Review.IsOver(today) ? Past : IsDue(entry, today) ? Due : Ready;
}
