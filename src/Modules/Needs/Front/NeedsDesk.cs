using Diapason.Needs.Contracts;
using Diapason.Needs.Pages.Manage.OfferKeeping;
using Diapason.Needs.Reference;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;

namespace Diapason.Needs.Front;

/// <summary>What is due in the offer and the framework.</summary>
internal sealed class NeedsDesk(ReferenceLibrary library, CurrentCouncil council, Texts<NeedsModule> texts, TimeProvider clock) : IStaffDesk
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.LocalMoment);

    public async ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel)
    {
        if (!who.Holds(Roles.Administrator, Roles.Analyst, Roles.Rfc, Roles.Facilitator) || await library.FindAsync(council.Id, cancel) is not { } reference) return DeskSheet.Empty;
        var entries = reference.Offer.Entries;
        var due = entries.Where(entry => EntryState.IsDue(entry, Today)).OrderBy(entry => entry.Review).ToList();
        var over = entries.Where(entry => EntryState.IsOver(entry, Today)).OrderBy(LastDay).ToList();
        var nowhere = entries.Where(EntryState.LeadsNowhere).ToList();
        return new DeskSheet
        {
            ToDo = who.Holds(Roles.Administrator, Roles.Rfc) ? [.. Some(due, ToReview), .. Some(over, ToDate), .. Some(nowhere, ToLead)] : [],
            Year = [new YearMoment(reference.Framework.Review, reference.Framework.Review, texts["desk.framework"])],
            Waiting = due.Count > 0 ? new Dictionary<string, string> { [NeedsLinks.Offer.Page] = texts["desk.waiting", due.Count] } : new Dictionary<string, string>(),
        };
    }

    private static DateOnly LastDay(OfferEntry entry) => entry.Acts.Dates.Max();

    private static IEnumerable<ThingToDo> Some(List<OfferEntry> entries, Func<List<OfferEntry>, ThingToDo> thing) => entries.Count > 0 ? [thing(entries)] : [];

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
            Link = LinkTo(due, EntryState.Due),
            Policy = OfferPolicy.Author,
        };
    }

    private ThingToDo ToDate(List<OfferEntry> over) => new()
    {
        Day = LastDay(over[0]),
        Kind = texts["desk.over"],
        Fact = over.Count == 1 ? texts["desk.over_one", over[0].Title.Here] : texts["desk.over_many", over.Count, over[0].Title.Here],
        Consequence = texts["desk.over_then"],
        Act = over.Count == 1 ? texts["desk.over_act_one"] : texts["desk.over_act", over.Count],
        Link = LinkTo(over, EntryState.Past),
        Policy = OfferPolicy.Author,
    };

    private ThingToDo ToLead(List<OfferEntry> nowhere) => new()
    {
        Day = Today,
        Kind = texts["desk.nowhere"],
        Fact = nowhere.Count == 1 ? texts["desk.nowhere_one", nowhere[0].Title.Here] : texts["desk.nowhere_many", nowhere.Count, nowhere[0].Title.Here],
        Consequence = texts["desk.nowhere_then"],
        Act = nowhere.Count == 1 ? texts["desk.nowhere_act_one"] : texts["desk.nowhere_act", nowhere.Count],
        Link = LinkTo(nowhere, EntryState.Missing),
        Policy = OfferPolicy.Author,
    };

    /// <summary>One entry is opened at once; several are listed.</summary>
    private static PageLink LinkTo(List<OfferEntry> entries, string state) => entries is [var one] ? NeedsLinks.EditEntry(one.Code) : NeedsLinks.Offer.With("state", state);
}
