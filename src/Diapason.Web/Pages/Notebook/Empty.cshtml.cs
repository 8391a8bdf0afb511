using Diapason.Platform.Front;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Web.Pages.Notebook;

/// <summary>Asks before this device forgets all it holds, and shows each code once more: without it, what it opens is lost to its author.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EmptyModel(PersonNotebook notebook) : PageModel
{
    public IReadOnlyList<NotebookEntry> Held { get; private set; } = [];

    public bool IsSignedIn => User.Identity?.IsAuthenticated == true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Held = await notebook.HeldAsync(cancel);
        return Held.Count == 0 ? this.SeeOther(HouseLinks.Notebook) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await notebook.ForgetAsync(cancel);
        return this.SeeOther(HouseLinks.Notebook.With("done", "forgotten"));
    }
}
