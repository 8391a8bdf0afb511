using Diapason.Needs.Pages.NextSteps;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Diapason.Platform.Expiry;
using Diapason.Platform.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Needs.Pages.Manage.OfferReview;

/// <summary>The whole offer by its review dates, what is due first, for those who keep it.</summary>
internal sealed class OfferModel(ReferenceLibrary library, CurrentCouncil council, StepWords words, TimeProvider clock) : PageModel
{
    /// <summary>Days before its date from which an entry is due.</summary>
    public const int Near = 14;

    /// <summary>Null for a council without an offer.</summary>
    public NeedsReference? Reference { get; private set; }

    public StepWords Words => words;

    public DateOnly Today { get; } = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.LocalMoment);

    public IReadOnlyList<OfferEntry> Due => [.. Sorted.Where(entry => IsDue(entry, Today))];

    public IReadOnlyList<OfferEntry> Others => [.. Sorted.Where(entry => !IsDue(entry, Today))];

    private IEnumerable<OfferEntry> Sorted => (Reference?.Offer.Entries ?? []).OrderBy(entry => entry.Review);

    public static bool IsDue(OfferEntry entry, DateOnly today) => entry.Review.IsDue(today, Near);

    public async Task OnGetAsync(CancellationToken cancel) => Reference = await library.FindAsync(council.Id, cancel);
}
