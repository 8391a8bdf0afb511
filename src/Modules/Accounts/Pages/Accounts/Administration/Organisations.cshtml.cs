using Diapason.Accounts.Data;
using Diapason.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Pages;

/// <summary>The organisations known to this council, with how many people come on behalf of each.</summary>
internal sealed class OrganisationsModel(DiapasonDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await db.Set<Organisation>().AsNoTracking()
        .OrderBy(o => o.NormalizedName)
        .Select(o => new Row(o.Id, o.Name, db.Set<Membership>().Where(m => m.OrganisationId == o.Id).Select(m => m.UserId).Distinct().Count()))
        .ToListAsync(cancel);

    /// <summary>One organisation.</summary>
    internal sealed record Row(Guid Id, string Name, int Members);
}
