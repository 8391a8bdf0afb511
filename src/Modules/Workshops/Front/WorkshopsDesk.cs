using Diapason.Platform.Access;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Data;
using Diapason.Workshops.Pages;
using Diapason.Workshops.Preparing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Front;

/// <summary>For those who lead: words that nobody has read, and days whose ideas are not told yet.</summary>
internal sealed class WorkshopsDesk(DiapasonDb db, ReadWorkshops read, Texts<WorkshopsModule> texts) : IStaffDesk
{
    /// <summary>People were told that they would know within so many days.</summary>
    public const int DaysToTell = 21;

    public async ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel)
    {
        if (!who.Holds(Roles.Administrator, Roles.Facilitator)) return DeskSheet.Empty;
        var toDo = new List<ThingToDo>();
        var due = await db.Set<Workshop>().AsNoTracking().Where(w => w.State == WorkshopState.Closed && !w.IsPublished).OrderBy(w => w.Day).FirstOrDefaultAsync(cancel);
        if (due is not null)
        {
            toDo.Add(new ThingToDo
            {
                Day = due.Day.AddDays(DaysToTell),
                Kind = texts["desk.told"],
                Fact = texts["desk.told_fact", due.Read().Title.Here],
                Consequence = texts["desk.told_then"],
                Act = texts["desk.told_act"],
                Link = WorkshopsLinks.Synthesis(due.Id),
                Policy = WorkshopsPolicy.Lead,
            });
        }

        var days = await db.Set<Workshop>().AsNoTracking().Where(w => w.State != WorkshopState.Model).OrderBy(w => w.Day).ToListAsync(cancel);
        if (days.FirstOrDefault(w => w.State == WorkshopState.Draft && w.Day == read.Today) is { } today)
        {
            toDo.Insert(0, new ThingToDo
            {
                Day = today.Day,
                IsOfTheDay = true,
                Kind = texts["desk.today"],
                Fact = texts["desk.today_fact", today.Read().Title.Here],
                Consequence = texts["desk.today_then"],
                Act = texts["desk.today_act"],
                Link = WorkshopsLinks.Lead(today.Id),
                Policy = WorkshopsPolicy.Lead,
            });
        }

        var waiting = await db.Set<Contribution>().CountAsync(c => c.State == ContributionState.Waiting, cancel);
        return new DeskSheet { ToDo = toDo, Year = [.. days.Select(w => new YearMoment(w.Day, w.Day, texts["desk.year", w.Read().Title.Here]))], Waiting = waiting > 0 ? new Dictionary<string, string> { [WorkshopsLinks.All.Page] = texts.Count("desk.words_one", "desk.words", waiting) } : new Dictionary<string, string>() };
    }
}
