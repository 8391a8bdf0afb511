using System.ComponentModel.DataAnnotations;
using Diapason.Accounts.Contracts;
using Diapason.Accounts.Data;
using Diapason.Accounts.Mine;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Pages;

/// <summary>Who I am here, what I may do, and the ways to change or leave.</summary>
internal sealed class AccountModel(DiapasonDb db, ChooseName chooseName, ExportMyData export, Session session, IFreshSignIn fresh) : PageModel
{
    [BindProperty, StringLength(100, ErrorMessage = "name.too_long")]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string Email { get; private set; } = "";

    public bool HasPassword { get; private set; }

    /// <summary>Recovery codes left; null without a telephone.</summary>
    public int? CodesLeft { get; private set; }

    public IReadOnlyList<(string Council, string Role, string? Organisation)> Memberships { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Name = await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostNameAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return ModelState.IsValid ? this.Answer(await chooseName.RunAsync(User.AccountId(), Name, cancel), AccountsLinks.Account.With("done", "name")) : this.Refused();
    }

    public async Task<IActionResult> OnPostSignOutAsync(CancellationToken cancel)
    {
        await session.CloseAsync(cancel);
        // A form typed and not sent: the next person at this computer is another.
        TempData.Clear();
        return this.SeeOther(HouseLinks.Home);
    }

    public async Task<IActionResult> OnGetDataAsync(CancellationToken cancel) => !fresh.IsFresh(User)
        ? LocalRedirect(fresh.PageBefore(HttpContext))
        : File(await export.RunAsync(User.AccountId(), cancel), "application/json", "diapason.json");

    private async Task<string?> ReadAsync(CancellationToken cancel)
    {
        var id = User.AccountId();
        var account = await db.Set<Account>().AsNoTracking().Where(a => a.Id == id)
            .Select(a => new
            {
                a.Email,
                a.Name,
                HasPassword = a.PasswordHash != null,
                CodesLeft = db.Set<SecondFactor>().Any(f => f.UserId == id) ? (int?)db.Set<RecoveryCode>().Count(c => c.UserId == id) : null,
            }).SingleAsync(cancel);
        (Email, HasPassword, CodesLeft) = (account.Email, account.HasPassword, account.CodesLeft);
        var memberships = await (
            from membership in db.EveryCouncil<Membership>().AsNoTracking()
            where membership.UserId == id
            join council in db.Set<Council>() on membership.CouncilId equals council.Id
            join organisation in db.Set<Organisation>() on membership.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            orderby council.Slug, membership.Role
            select new { council.Name, membership.Role, Organisation = organisation == null ? null : organisation.Name }).ToListAsync(cancel);
        Memberships = [.. memberships.Select(m => (m.Name.Here, m.Role, m.Organisation))];
        return account.Name;
    }
}
