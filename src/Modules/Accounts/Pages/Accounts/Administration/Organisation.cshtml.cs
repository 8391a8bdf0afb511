using System.ComponentModel.DataAnnotations;
using Diapason.Accounts.Contracts;
using Diapason.Accounts.Data;
using Diapason.Accounts.Organisations;
using Diapason.Platform.Data;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Pages;

/// <summary>One organisation of this council: its name.</summary>
internal sealed class OrganisationModel(DiapasonDb db, RenameOrganisation rename) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Required(ErrorMessage = "organisation.name_missing"), StringLength(Organisation.LongestName, ErrorMessage = "organisation.name_too_long")]
    public string? Name { get; set; }

    /// <summary>The name it has now, whatever is typed.</summary>
    public string Current { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        Name = Current;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Refused();
        return this.Answer(await rename.RunAsync(Id, Name!, cancel), AccountsLinks.Organisations.With("done", "renamed"));
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        var name = await db.Set<Organisation>().Where(o => o.Id == Id).Select(o => o.Name).SingleOrDefaultAsync(cancel);
        Current = name ?? "";
        return name is not null;
    }
}
