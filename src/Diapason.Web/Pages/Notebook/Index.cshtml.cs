using System.Globalization;
using System.Security.Claims;
using Diapason.Platform.Front;
using Diapason.Platform.Modules;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Web.Pages.Notebook;

/// <summary>Mon carnet: what this device holds and what the account holds, side by side and never joined. No code is written where somebody is signed in.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(PersonNotebook notebook, SeasonProgramme programme, IEnumerable<CodeKind> kinds) : PageModel
{
    public IReadOnlyList<NotebookEntry> Held { get; private set; } = [];

    public IReadOnlyList<NotebookEntry> OfAccount { get; private set; } = [];

    /// <summary>For an empty notebook: what one could begin.</summary>
    public IReadOnlyList<ProgrammeLine> OnNow { get; private set; } = [];

    public bool IsSignedIn => User.Identity?.IsAuthenticated == true;

    public bool IsForgotten => Request.Query["done"] == "forgotten";

    /// <summary>The page asked for before signing in is not theirs.</summary>
    public bool IsRefused => Request.Query["refused"] == "1";

    public string Heading => Held.Any(entry => entry.IsUnfinished) ? "notebook.heading_waits" : Held.Any(entry => !entry.IsGone) ? "notebook.heading_kept" : "notebook.heading_empty";

    /// <summary>The pages where a code typed by hand opens something.</summary>
    public IEnumerable<(string Text, PageLink Link)> Codes => kinds.Select(kind => (kind.PageName, kind.Page));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Held = await notebook.HeldAsync(cancel);
        if (Held.Count == 0) OnNow = await programme.NowAsync(cancel);
        if (Guid.TryParse(User.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var account)) OfAccount = await notebook.OfAccountAsync(account, cancel);
    }
}
