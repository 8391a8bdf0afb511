using System.Globalization;
using Diapason.Accounts.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Pages;

/// <summary>Every act of this council's administrators, latest first.</summary>
internal sealed class AuditTrailModel(DiapasonDb db, CurrentCouncil council, ModuleCatalog modules) : PageModel
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking().Where(e => e.CouncilId == council.Id);
        Pages = Math.Max(1, ((await entries.CountAsync(cancel)) + Size - 1) / Size);
        if (Number < 1 || Number > Pages) return NotFound();
        Rows = await (
            from entry in entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip((Number - 1) * Size).Take(Size)
            join account in db.Set<Account>() on entry.UserId equals account.Id into accounts
            from account in accounts.DefaultIfEmpty()
            orderby entry.At descending, entry.Id descending
            // Somebody who is of another council only is shown by id.
            let known = account != null && db.Set<Membership>().Any(m => m.UserId == account.Id && m.CouncilId == council.Id)
            select new Row(entry.At, entry.UserId, known ? account.Name ?? account.Email : null, entry.Act, entry.Subject, entry.Details)).ToListAsync(cancel);
        return Page();
    }

    /// <summary>The act in words: a module that records <c>campaign.closed</c> has a text of that key. The code itself otherwise.</summary>
    public string Words(string act) => modules.Words(act) ?? act;

    public static string When(DateTime at) => at.LocalMoment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>One act.</summary>
    internal sealed record Row(DateTime At, Guid? UserId, string? Name, string Act, string Subject, string? Details);
}
