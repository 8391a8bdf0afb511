using Diapason.Platform.Access;
using Diapason.Platform.Expiry;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Sample.Contracts;
using Diapason.Sample.Data;
using Diapason.Sample.Entries;

namespace Diapason.Sample.Front;

/// <summary>The entries whose day comes near, for those who keep them.</summary>
internal sealed class SampleDesk(ReadEntries read, Texts<SampleModule> texts) : IStaffDesk
{
    /// <summary>Days before its day from which an entry is a thing to do.</summary>
    private const int Near = 14;

    public async ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel)
    {
        if (!who.Holds(Roles.Administrator, Roles.Analyst, Roles.Rfc, Roles.Facilitator)) return DeskSheet.Empty;
        var due = (await read.RunAsync(cancel)).Where(entry => entry.Review.IsDue(read.Today, Near)).OrderBy(entry => entry.Review).ToList();
        if (due.Count == 0) return DeskSheet.Empty;
        return new DeskSheet
        {
            ToDo = who.Holds(Roles.Administrator) ? [ToReview(due[0])] : [],
            Waiting = new Dictionary<string, string> { [SampleLinks.Manage.Page] = texts["desk.waiting", due.Count] },
        };
    }

    private ThingToDo ToReview(Entry entry) => new()
    {
        Day = entry.Review,
        Kind = texts["desk.review"],
        Fact = texts["desk.review_fact", entry.Title.Here],
        Consequence = texts["desk.review_consequence"],
        Act = texts["desk.review_act", entry.Title.Here],
        Link = SampleLinks.Change(entry.Id),
    };
}
