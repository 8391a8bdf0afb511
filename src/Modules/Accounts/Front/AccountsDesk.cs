using Diapason.Accounts.Contracts;
using Diapason.Accounts.Data;
using Diapason.Accounts.Members;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Access;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Front;

/// <summary>What people and roles ask of the administrators: invitations left unanswered, an administrator alone, what the trail received.</summary>
internal sealed class AccountsDesk(DiapasonDb db, CurrentCouncil council, CouncilAdministrators administrators, Texts<AccountsModule> texts, TimeProvider clock) : IStaffDesk
{
    /// <summary>Days without a first visit after which an invitation is a thing to do.</summary>
    private const int Patience = 7;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => DateOnly.FromDateTime(Now.LocalMoment);

    public async ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel)
    {
        if (!who.Holds(Roles.Administrator)) return DeskSheet.Empty;
        var things = new List<ThingToDo>();
        var waiting = new Dictionary<string, string>(StringComparer.Ordinal);
        if (await UnansweredAsync(cancel) is { Count: > 0 } unanswered)
        {
            things.Add(ToInviteAgain(unanswered));
            waiting[AccountsLinks.Members.Page] = texts["desk.waiting", unanswered.Count];
        }

        var (reachable, named) = await administrators.OfAsync(council.Id, cancel);
        if (reachable.Count <= 1) things.Add(ToShare(named > 1));
        var acts = await db.Set<AuditEntry>().CountAsync(e => e.At > Now.AddDays(-7), cancel);
        if (acts > 0) waiting[AccountsLinks.AuditTrail.Page] = texts["desk.acts", acts];
        return new DeskSheet { ToDo = things, Waiting = waiting };
    }

    /// <summary>When each person who never came was invited, earliest first.</summary>
    private async Task<IReadOnlyList<DateTime>> UnansweredAsync(CancellationToken cancel)
    {
        var before = Now.AddDays(-Patience);
        return await db.Set<Membership>().AsNoTracking().Where(m => m.CreatedAt < before)
            .Join(db.Set<Account>().Where(a => a.LastSignedInAt == null && !a.IsDemonstration), m => m.UserId, a => a.Id, (m, a) => new { a.Id, m.CreatedAt })
            .GroupBy(invited => invited.Id).Select(group => group.Min(invited => invited.CreatedAt)).Order().ToListAsync(cancel);
    }

    private ThingToDo ToInviteAgain(IReadOnlyList<DateTime> unanswered) => new()
    {
        Day = DateOnly.FromDateTime(unanswered[0].AddDays(Patience).LocalMoment),
        Kind = texts["desk.unanswered"],
        Fact = unanswered.Count == 1 ? texts["desk.unanswered_one", unanswered[0].LocalDay] : texts["desk.unanswered_many", unanswered.Count, unanswered[0].LocalDay],
        Consequence = texts["desk.unanswered_consequence", (int)NewSignInLink.Invited.TotalDays],
        Act = unanswered.Count == 1 ? texts["desk.unanswered_act_one"] : texts["desk.unanswered_act", unanswered.Count],
        Link = AccountsLinks.Members.With("seen", "never"),
        Policy = Policies.CouncilAdministrator,
    };

    /// <param name="invited">Another was named, who has never signed in.</param>
    private ThingToDo ToShare(bool invited) => new()
    {
        Day = Today.AddDays(Patience),
        Kind = texts["desk.alone"],
        Fact = texts[invited ? "desk.alone_invited" : "desk.alone_fact"],
        Consequence = texts["desk.alone_consequence"],
        Act = texts["desk.alone_act"],
        Link = AccountsLinks.Members,
        Policy = Policies.CouncilAdministrator,
    };
}
