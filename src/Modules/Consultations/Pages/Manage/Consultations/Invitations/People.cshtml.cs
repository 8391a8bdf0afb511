using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Consultations.Invitations;

/// <summary>Who is invited, for administrators: addresses, names and languages, never who has answered. What is looked for is posted, so that no address stands in one.</summary>
[FreshSignIn]
internal sealed class PeopleModel(ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, RemoveInvited remove) : InvitationsPage(campaigns, council)
{
    public const int Most = 200;

    public IReadOnlyList<Invitation> People { get; private set; } = [];

    public int Found { get; private set; }

    public string Sought { get; private set; } = "";

    public bool IsRemoved => Request.Query["done"] == "removed";

    public async Task<IActionResult> OnGetAsync(Guid id) => await ShowAsync(id, "") ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id) => await ShowAsync(id, Request.Form["Sought"].ToString().Trim()) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(Guid id)
    {
        if (!await ShowAsync(id, "") || !Guid.TryParse(Request.Form["person"], out var person)) return NotFound();
        return this.Answer(await remove.RunAsync(Facts, person, HttpContext.RequestAborted), ConsultationsLinks.InvitedPeople(id).With("done", "removed"));
    }

    private async Task<bool> ShowAsync(Guid id, string sought)
    {
        if (!await FindAsync(id) || Facts.Anonymity == Anonymity.Anonymous) return false;
        Sought = sought;
        // Ten thousand at most: looked through here, where capitals are the same in every database.
        var people = (await db.Set<Invitation>().AsNoTracking().Where(i => i.CampaignId == id).OrderBy(i => i.Email).ToListAsync(HttpContext.RequestAborted))
            .Where(i => sought.Length == 0 || i.Email.Contains(sought, StringComparison.CurrentCultureIgnoreCase) || i.Name?.Contains(sought, StringComparison.CurrentCultureIgnoreCase) == true).ToList();
        (Found, People) = (people.Count, [.. people.Take(Most)]);
        return true;
    }
}
