using Diapason.Needs.Contracts;
using Diapason.Needs.Pages.Manage.OfferReview;
using Diapason.Needs.Reference;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;

namespace Diapason.Needs.Front;

/// <summary>What is due in the offer and the framework.</summary>
internal sealed class NeedsDesk(ReferenceLibrary library, CurrentCouncil council, Texts<NeedsModule> texts, TimeProvider clock) : IStaffDesk
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.LocalMoment);

    public async ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel)
    {
        if (!who.Holds(Roles.Administrator, Roles.Analyst, Roles.Rfc, Roles.Facilitator) || await library.FindAsync(council.Id, cancel) is not { } reference) return DeskSheet.Empty;
        var due = reference.Offer.Entries.Where(entry => OfferModel.IsDue(entry, Today)).OrderBy(entry => entry.Review).ToList();
        return new DeskSheet
        {
            ToDo = due.Count > 0 && who.Holds(Roles.Administrator, Roles.Rfc) ? [ToReview(due)] : [],
            Year = [new YearMoment(reference.Framework.Review, reference.Framework.Review, texts["desk.framework"])],
            Waiting = due.Count > 0 ? new Dictionary<string, string> { [NeedsLinks.Offer.Page] = texts["desk.waiting", due.Count] } : new Dictionary<string, string>(),
        };
    }

    private ThingToDo ToReview(List<OfferEntry> due)
    {
        var late = due.Count(entry => entry.IsExpired(Today));
        return new ThingToDo
        {
            Day = due[0].Review,
            Kind = texts["desk.review"],
            Fact = due.Count == 1 ? texts["desk.review_one", due[0].Title.Here] : texts["desk.review_many", due.Count, due[0].Title.Here],
            Consequence = texts[late > 0 ? "desk.review_late" : "desk.review_soon"],
            Act = due.Count == 1 ? texts["desk.review_act_one"] : texts["desk.review_act", due.Count],
            Link = NeedsLinks.Offer.At("due"),
        };
    }
}
