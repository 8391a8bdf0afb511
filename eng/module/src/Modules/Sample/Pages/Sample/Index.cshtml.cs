using Diapason.Platform.Councils;
using Diapason.Sample.Data;
using Diapason.Sample.Entries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Sample.Pages.Sample;

/// <summary>What the public reads.</summary>
internal sealed class IndexModel(ReadEntries read, CurrentCouncil council) : PageModel
{
    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public DateOnly Today => read.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (council.OrNull is null) return NotFound();
        Entries = await read.RunAsync(cancel);
        return Page();
    }
}
