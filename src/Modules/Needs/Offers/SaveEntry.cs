using Diapason.Needs.Reference;
using Diapason.Platform.Audit;
using Diapason.Platform.Outcomes;

namespace Diapason.Needs.Offers;

/// <summary>Adds an entry to the offer, or changes one that nobody else has changed meanwhile.</summary>
internal sealed class SaveEntry(HoldReference hold, AuditTrail audit)
{
    /// <param name="wanted">The whole entry, what does not change included.</param>
    /// <param name="seen">The stamp of what the form was filled from; null for a new one.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Outcome> RunAsync(OfferEntry wanted, string? seen, CancellationToken cancel) => hold.RunAsync(reference => Save(reference.Offer, wanted, seen), cancel);

    private Outcome<Offer> Save(Offer offer, OfferEntry wanted, string? seen)
    {
        var was = offer.Entry(wanted.Code);
        if (was is null && seen is not null) return Problem.Absent();
        // The same form sent twice, or two people who wrote the same.
        if (was is not null && OfferMerge.AreSame(was, wanted)) return offer;
        if (was is not null && OfferMerge.StampOf(was) != seen) return Problem.Lost("offer.changed_meanwhile");
        audit.Record(was is null ? new OfferTrail.EntryAdded(OfferTrail.IdOf(wanted.Code)) : new OfferTrail.EntryChanged(OfferTrail.IdOf(wanted.Code), OfferFields.Between(was, wanted)));
        return OfferMerge.ByCouncil(offer, offer with { Entries = [wanted] }).Result;
    }
}
