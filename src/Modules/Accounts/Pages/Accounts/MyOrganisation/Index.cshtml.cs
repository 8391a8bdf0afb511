using Diapason.Accounts.Data;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Data;
using Diapason.Platform.Front;
using Diapason.Platform.Modules;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Pages;

/// <summary>The organisations on whose behalf the person signed in acts, who else does, and what is on for them.</summary>
internal sealed class MyOrganisationModel(DiapasonDb db, SeasonProgramme programme) : PageModel
{
    public IReadOnlyList<Mine> Organisations { get; private set; } = [];

    public IReadOnlyList<ProgrammeLine> OnNow { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = User.AccountId();
        var mine = await db.Set<Membership>().AsNoTracking().Where(m => m.UserId == me && m.OrganisationId != null)
            .Join(db.Set<Organisation>(), m => m.OrganisationId, o => o.Id, (m, o) => new { o.Id, o.Name, m.Role }).OrderBy(o => o.Name).ToListAsync(cancel);
        var ids = mine.Select(o => o.Id).ToList();
        var people = await db.Set<Membership>().AsNoTracking().Where(m => m.UserId != me && m.OrganisationId != null && ids.Contains(m.OrganisationId.Value))
            .Join(db.Set<Account>(), m => m.UserId, a => a.Id, (m, a) => new { Organisation = m.OrganisationId!.Value, a.Id, a.Name }).Distinct().ToListAsync(cancel);
        Organisations = [.. mine.Select(o => new Mine(o.Name, o.Role, [.. people.Where(p => p.Organisation == o.Id).Select(p => p.Name).Order()]))];
        OnNow = await programme.NowAsync(cancel);
    }

    /// <summary>One organisation.</summary>
    /// <param name="Others">Names of the others who act for it; null for who gave none.</param>
    internal sealed record Mine(string Name, string Role, IReadOnlyList<string?> Others);
}
