using Diapason.Needs.Authoring;
using Diapason.Needs.Contracts;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;

namespace Diapason.Needs.Offers;

/// <summary>The names that other modules need of the framework and the offer, and nothing else of them.</summary>
internal sealed class ReadOfferNames(ReferenceLibrary library, AudienceChoices audience, CurrentCouncil council) : IOfferNames
{
    public async Task<OfferNames> ReadAsync(CancellationToken cancel)
    {
        if (council.OrNull is null || await library.FindAsync(council.Id, cancel) is not { } reference) return OfferNames.None;
        var regions = (await audience.NamedAsync(reference, cancel))["suits.regions"];
        return new OfferNames(
            [.. reference.Offer.Entries.Where(e => !e.IsWithdrawn).Select(e => new EntryName(e.Code, e.Title, [.. e.Develops.Select(d => d.Competency)]))],
            [.. reference.Framework.Competencies.Select(c => new CodeName(c.Code, c.Name))],
            [.. regions.Select(r => new CodeName(r.Code, r.Name))]);
    }
}
