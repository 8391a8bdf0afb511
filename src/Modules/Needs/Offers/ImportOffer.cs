using Diapason.Needs.Reference;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Outcomes;

namespace Diapason.Needs.Offers;

/// <summary>Writes a file of entries over the offer, as a kit is loaded: whole, or not at all. Entries it does not name stay.</summary>
internal sealed class ImportOffer(HoldReference hold, CurrentCouncil council, AuditTrail audit)
{
    /// <param name="brought">What the file holds.</param>
    /// <param name="seen">The stamp of the offer it was compared with when it was agreed to.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Outcome> RunAsync(Offer brought, string seen, CancellationToken cancel) => hold.RunAsync(reference => Import(reference.Offer, brought, seen), cancel);

    private Outcome<Offer> Import(Offer offer, Offer brought, string seen)
    {
        var merge = OfferMerge.ByCouncil(offer, brought);
        // Pressed twice: it is done already.
        if (merge.IsNothing) return offer;
        if (OfferMerge.StampOf(offer) != seen) return Problem.Lost("offer.changed_since");
        var (added, changed) = (merge.Of(EntryFate.Added).ToList(), merge.Of(EntryFate.Changed).ToList());
        audit.Record(new OfferTrail.Imported(council.Id, added.Count, changed.Count));
        foreach (var change in added) audit.Record(new OfferTrail.EntryAdded(OfferTrail.IdOf(change.Now.Code)));
        foreach (var change in changed) audit.Record(new OfferTrail.EntryChanged(OfferTrail.IdOf(change.Now.Code), OfferFields.Between(change.Was!, change.Now)));
        return merge.Result;
    }
}
