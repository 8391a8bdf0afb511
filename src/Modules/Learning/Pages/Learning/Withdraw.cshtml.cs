using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Learning.Interests;
using Diapason.Needs.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Pages.Learning;

/// <summary>Asks before a request is erased: nothing is left of it afterwards, nor of its rank.</summary>
internal sealed class WithdrawModel(InterestSeals seals, IOfferNames offer, DiapasonDb db, WriteAheadLog log, CurrentCouncil council) : PageModel
{
    private Interest? _person;

    public string Seal { get; private set; } = "";

    public string About { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string seal, CancellationToken cancel) => await FindAsync(seal, cancel) ? Page() : this.SeeOther(LearningLinks.Waiting(seal));

    public async Task<IActionResult> OnPostAsync(string seal, CancellationToken cancel)
    {
        if (!await FindAsync(seal, cancel)) return this.SeeOther(LearningLinks.Waiting(seal));
        await db.Set<Interest>().Where(i => i.Id == _person!.Id).ExecuteDeleteAsync(cancel);
        await log.EmptyAsync(CancellationToken.None);
        return this.SeeOther(LearningLinks.Code.With("done", "waiting_left"));
    }

    private async Task<bool> FindAsync(string seal, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (council.OrNull is null || await seals.OpenAsync(seal, cancel) is not { } opened) return false;
        (Seal, _person) = (seal, opened.Person);
        About = SeenList.Named(await db.Set<InterestList>().AsNoTracking().SingleAsync(l => l.Id == opened.Person.ListId, cancel), await offer.ReadAsync(cancel));
        return true;
    }
}
