using Diapason.Accounts.Trail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Accounts.Pages;

/// <summary>Every act of this council's administrators, latest first.</summary>
internal sealed class AuditTrailModel(ReadTrail trail) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }

    public IReadOnlyList<TrailRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Pages = await trail.PagesAsync(cancel);
        if (Number < 1 || Number > Pages) return NotFound();
        Rows = await trail.PageAsync(Number, cancel);
        return Page();
    }
}
