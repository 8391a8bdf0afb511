using Diapason.Learning.Sessions;
using Diapason.Learning.Settling;
using Diapason.Needs.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Learning.Pages.Learning;

/// <summary>One session: what it is, when, how many places are left.</summary>
internal sealed class SessionModel(ReadSessions read, IOfferNames offer, ReadRules rules, SessionWords words) : PageModel
{
    public SeenSession Seen { get; private set; } = null!;

    public OfferNames Names { get; private set; } = OfferNames.None;

    public int HoldHours { get; private set; }

    public SessionWords Words => words;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (await read.FindAsync(code, cancel) is not { } seen) return NotFound();
        (Seen, Names, HoldHours) = (seen, await offer.ReadAsync(cancel), (await rules.RunAsync(cancel)).HoldHours);
        return Page();
    }
}
