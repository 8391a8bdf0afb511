using Diapason.Platform.Audit;
using Diapason.Platform.Outcomes;

namespace Diapason.Needs.Offers;

/// <summary>Takes an entry out of the offer, or puts it back: it is proposed no more, and whoever comes back to it is told. Nothing is deleted.</summary>
internal sealed class WithdrawEntry(HoldReference hold, AuditTrail audit)
{
    public Task<Outcome> RunAsync(string code, bool isWithdrawn, CancellationToken cancel) => hold.RunAsync(
        reference =>
        {
            var offer = reference.Offer;
            if (offer.Entry(code) is not { } entry) return Problem.Absent();
            if (entry.IsWithdrawn == isWithdrawn) return offer;
            audit.Record(isWithdrawn ? new OfferTrail.EntryWithdrawn(OfferTrail.IdOf(code)) : new OfferTrail.EntryPutBack(OfferTrail.IdOf(code)));
            return OfferMerge.ByCouncil(offer, offer with { Entries = [entry with { IsWithdrawn = isWithdrawn }] }).Result;
        },
        cancel);
}
