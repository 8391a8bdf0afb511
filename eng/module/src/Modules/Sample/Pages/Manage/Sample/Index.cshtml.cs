using Diapason.Sample.Data;
using Diapason.Sample.Entries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Sample.Pages.Manage.Sample;

/// <summary>Every entry with its day, the nearest first, for those who keep them.</summary>
internal sealed class IndexModel(ReadEntries read) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public DateOnly Today => read.Today;

    public async Task OnGetAsync(CancellationToken cancel) => Entries = [.. (await read.RunAsync(cancel)).OrderBy(entry => entry.Review)];
}
