using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Learning.Places;
using Diapason.Learning.Sessions;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Pages.Learning;

/// <summary>Asks before the code of a place is replaced: it is kept nowhere, and the one that was written down opens nothing afterwards.</summary>
internal sealed class NewCodeModel(PlaceSeals seals, ReadSessions read, DiapasonDb db, CurrentCouncil council) : PageModel
{
    public string Seal { get; private set; } = "";

    public Registration Place { get; private set; } = null!;

    public SeenSession Seen { get; private set; } = null!;

    /// <summary>Once nothing is left to confirm by a mail.</summary>
    public static bool IsFor(Registration place) => place.State is PlaceState.Confirmed or PlaceState.Waiting;

    public async Task<IActionResult> OnGetAsync(string seal, CancellationToken cancel)
    {
        if (!await FindAsync(seal, cancel)) return NotFound();
        return IsFor(Place) ? Page() : this.SeeOther(LearningLinks.Place(seal));
    }

    public async Task<IActionResult> OnPostAsync(string seal, CancellationToken cancel)
    {
        if (!await FindAsync(seal, cancel)) return NotFound();
        if (!IsFor(Place)) return this.SeeOther(LearningLinks.Place(seal));
        var code = SecretCode.New();
        var hash = SecretCode.Hash(code);
        await db.Set<Registration>().Where(r => r.Id == Place.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.CodeHash, hash), cancel);
        return this.SeeOther(LearningLinks.Place(seals.Of(code)));
    }

    private async Task<bool> FindAsync(string seal, CancellationToken cancel)
    {
        // What stands here is one person’s.
        Response.Headers.CacheControl = "no-cache, no-store";
        if (council.OrNull is null || await seals.OpenAsync(seal, cancel) is not { } opened || await read.FindAsync(opened.Place.SessionId, cancel) is not { } seen) return false;
        (Seal, Place, Seen) = (seal, opened.Place, seen);
        return true;
    }
}
