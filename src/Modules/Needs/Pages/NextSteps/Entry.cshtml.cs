using Diapason.Needs.Paths;
using Diapason.Needs.Reference;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>One entry of the offer: what it is, what it takes, from which level to which.</summary>
internal sealed class EntryModel(CurrentPath path, StepWords words, TimeProvider clock) : ReferencePage(path)
{
    public OfferEntry Entry { get; private set; } = null!;

    public StepWords Words => words;

    public bool IsExpired => Entry.IsExpired(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    public PriceNote? Price => Reference.Offer.Prices.FirstOrDefault(p => p.Code == Entry.Price);

    /// <summary>The visitor has steps to go back to.</summary>
    public bool HasPath { get; private set; }

    public IActionResult OnGet(string code)
    {
        if (Reference.Offer.Entries.FirstOrDefault(e => e.Code == code) is not { } entry) return NotFound();
        Entry = entry;
        HasPath = Path.Read() is { IsComplete: true };
        return Page();
    }
}
