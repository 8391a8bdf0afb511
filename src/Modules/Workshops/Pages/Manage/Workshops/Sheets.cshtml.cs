using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Diapason.Workshops.Activities;
using Diapason.Workshops.Joining;
using Diapason.Workshops.Papers;
using Diapason.Workshops.Preparing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Workshops.Pages.Manage.Workshops;

/// <summary>Sheets to be printed: the same questions as on a phone, a number to be typed, and a stub with the code of whoever takes it.</summary>
internal sealed class SheetsModel(ReadWorkshops read, PrintSheets print, CurrentCouncil council) : PageModel
{
    [BindProperty]
    public int? Count { get; set; }

    [BindProperty]
    public string? Key { get; set; }

    public SeenWorkshop Seen { get; private set; } = null!;

    public IReadOnlyList<PaperSheet> Printed { get; private set; } = [];

    public string Council => council.Value.Name.Here;

    public static ActivityKind Kind(ActivityContent activity) => ActivityKinds.Of(activity);

    public static string Code(PaperSheet sheet) => SecretCodes.Write(CardCode.OfCards, sheet.Code);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await read.FindAsync(id, cancel) is not { } seen) return NotFound();
        (Seen, Key) = (seen, SecretCode.New());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        // The codes are on this page and nowhere else.
        Response.Headers.CacheControl = "no-store";
        if (await read.FindAsync(id, cancel) is not { } seen) return NotFound();
        Seen = seen;
        if (!ModelState.IsValid) return this.Refused();
        var outcome = await print.RunAsync(seen, Count, Key, cancel);
        if (!outcome.IsDone) return this.Refuse(outcome);
        Printed = outcome.Value;
        return Page();
    }
}
