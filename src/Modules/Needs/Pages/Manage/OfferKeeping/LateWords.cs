using Diapason.Needs.Reference;
using Diapason.Platform.Expiry;
using Diapason.Platform.Language;

namespace Diapason.Needs.Pages.Manage.OfferKeeping;

/// <summary>Says to those who keep an entry what of it is past already, and what that does to where it is proposed.</summary>
internal sealed class LateWords(Texts<NeedsModule> texts, TimeProvider clock)
{
    public IReadOnlyList<string> Of(OfferEntry entry)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.LocalMoment);
        var said = new List<string>();
        if (entry.Review.IsOver(today)) said.Add(texts["offer.late_review", LocalDates.Of(entry.Review)]);
        var past = entry.Acts.Dates.Where(day => day < today).Order().Select(LocalDates.Of).ToList();
        if (past.Count > 0) said.Add(texts[Key(entry, today), string.Join(texts["act.day_separator"], past)]);
        return said;
    }

    private static string Key(OfferEntry entry, DateOnly today) =>
        !entry.Acts.AreDatesOver(today) ? "offer.late_some" : entry.CanBeDone(today) ? "offer.late_all" : "offer.late_out";
}
