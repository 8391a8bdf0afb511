using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Diapason.Needs.Reference;

namespace Diapason.Needs.Offers;

/// <summary>What becomes of an entry when others are written over the offer.</summary>
internal enum EntryFate
{
    Unchanged,
    Added,
    Changed,

    /// <summary>A kit says otherwise, and the council's own version stays.</summary>
    Kept,

    /// <summary>A newer kit does not have it any more.</summary>
    Withdrawn,
}

/// <summary>One entry before and after.</summary>
internal sealed record EntryChange(EntryFate Fate, OfferEntry? Was, OfferEntry Now);

/// <summary>
/// What an offer becomes when a kit, a file or a form is written over it. Pure. Nothing is ever deleted: an entry that a newer kit lacks is withdrawn, one
/// that a file does not name is left as it is. What the council wrote itself is kept from kits, unless that is asked for.
/// </summary>
internal sealed record OfferMerge(Offer Result, IReadOnlyList<EntryChange> Changes, bool IsHeadChanged)
{
    public bool IsNothing => !IsHeadChanged && Changes.All(c => c.Fate is EntryFate.Unchanged or EntryFate.Kept);

    public IEnumerable<EntryChange> Of(EntryFate fate) => Changes.Where(c => c.Fate == fate);

    /// <summary>A form or a file of the council's own: what it brings becomes the council's.</summary>
    public static OfferMerge ByCouncil(Offer stored, Offer brought)
    {
        var changes = brought.Entries.Select(entry => Change(stored.Entry(entry.Code), entry, isOurs: true)).ToList();
        var now = changes.ToDictionary(c => c.Now.Code, c => c.Now);
        var entries = stored.Entries.Select(e => now.GetValueOrDefault(e.Code, e)).Concat(changes.Where(c => c.Was is null).Select(c => c.Now));
        return Made(stored, brought, [.. entries], changes);
    }

    /// <summary>A kit: it takes back what an earlier kit had written.</summary>
    public static OfferMerge ByKit(Offer stored, Offer kit, bool replacesEdits)
    {
        var changes = kit.Entries.Select(entry => stored.Entry(entry.Code) is { IsOurs: true } own && !replacesEdits && !AreSame(own, entry)
            ? new EntryChange(EntryFate.Kept, own, own)
            : Change(stored.Entry(entry.Code), entry, isOurs: false)).ToList();
        foreach (var left in stored.Entries.Where(e => kit.Entry(e.Code) is null))
            changes.Add(left.IsOurs || left.IsWithdrawn ? new EntryChange(EntryFate.Unchanged, left, left) : new EntryChange(EntryFate.Withdrawn, left, left with { IsWithdrawn = true }));
        return Made(stored, kit, [.. changes.Select(c => c.Now)], changes);
    }

    /// <summary>Tells one state of an entry from another: what a form was filled from.</summary>
    public static string StampOf(OfferEntry entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(entry))))[..32];

    /// <summary>The same of a whole offer.</summary>
    public static string StampOf(Offer offer) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json(offer))))[..32];

    public static bool AreSame(OfferEntry one, OfferEntry other) => Canonical(one) == Canonical(other);

    private static EntryChange Change(OfferEntry? was, OfferEntry brought, bool isOurs)
    {
        if (was is null) return new EntryChange(EntryFate.Added, null, brought with { IsOurs = isOurs });
        if (!AreSame(was, brought)) return new EntryChange(EntryFate.Changed, was, brought with { IsOurs = isOurs });
        return new EntryChange(EntryFate.Unchanged, was, was with { IsOurs = was.IsOurs && isOurs });
    }

    private static OfferMerge Made(Offer stored, Offer brought, IReadOnlyList<OfferEntry> entries, IReadOnlyList<EntryChange> changes)
    {
        // A price that an entry still names stays, whoever wrote it.
        IReadOnlyList<PriceNote> prices = [.. brought.Prices, .. stored.Prices.Where(p => brought.Prices.All(b => b.Code != p.Code) && entries.Any(e => e.Price == p.Code))];
        var result = brought with { Entries = entries, Prices = prices };
        var isHeadChanged = result.Version != stored.Version || result.IsSynthetic != stored.IsSynthetic || Json(result.Prices) != Json(stored.Prices);
        return new OfferMerge(result, changes, isHeadChanged);
    }

    /// <summary>Written alike whatever the order of its lists, and whoever wrote it.</summary>
    private static string Canonical(OfferEntry entry) => Json(entry with
    {
        IsOurs = false,
        Develops = [.. entry.Develops.OrderBy(d => d.Competency, StringComparer.Ordinal)],
        Answers = Sorted(entry.Answers),
        Helps = Sorted(entry.Helps),
        Languages = Sorted(entry.Languages),
        Access = [.. entry.Access.Order()],
        Acts = entry.Acts with { Dates = [.. entry.Acts.Dates.Order()] },
        Suits = new Audience
        {
            Statuses = Sorted(entry.Suits.Statuses),
            Links = Sorted(entry.Suits.Links),
            Roles = Sorted(entry.Suits.Roles),
            Tasks = Sorted(entry.Suits.Tasks),
            Goals = Sorted(entry.Suits.Goals),
            Regions = Sorted(entry.Suits.Regions),
            Disciplines = Sorted(entry.Suits.Disciplines),
        },
    });

    private static IReadOnlyList<string> Sorted(IReadOnlyList<string> codes) => [.. codes.Order(StringComparer.Ordinal)];

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, ReferenceJson.Options);
}
