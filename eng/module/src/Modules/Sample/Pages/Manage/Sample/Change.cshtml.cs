using System.ComponentModel.DataAnnotations;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Diapason.Sample.Contracts;
using Diapason.Sample.Data;
using Diapason.Sample.Entries;
using Diapason.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Sample.Pages.Manage.Sample;

/// <summary>One entry, in each language of the council, with the day on which to look at it again.</summary>
internal sealed class ChangeModel(DiapasonDb db, KeepEntry keep, CurrentCouncil council) : PageModel
{
    private LocalizedText _title = LocalizedText.Empty;
    private LocalizedText _text = LocalizedText.Empty;

    [BindProperty, Required(ErrorMessage = "sample.review_missing"), Display(Name = "change.review")]
    public DateOnly? Review { get; set; }

    /// <summary>The title it has now, whatever is typed.</summary>
    public string Current { get; private set; } = "";

    /// <summary>What was on the page: a change made on another state is refused.</summary>
    public string Seen { get; private set; } = "";

    public IReadOnlyList<string> InLanguages => council.Languages;

    public string Title(string language) => _title.Has(language) ? _title.In(language) : "";

    public string Text(string language) => _text.Has(language) ? _text.In(language) : "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } entry) return NotFound();
        (_title, _text, Review, Seen) = (entry.Title, entry.Text, entry.Review, entry.Stamp.ToString());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } entry) return NotFound();
        (_title, _text, Seen) = (Typed("title"), Typed("text"), Request.Form["seen"].ToString());
        if (!ModelState.IsValid) return this.Refused();
        var wanted = new EntryContent(entry.Code, _title, _text, Review!.Value);
        return this.Answer(await keep.OnPageAsync(id, wanted, Guid.TryParse(Seen, out var seen) ? seen : Guid.Empty, cancel), SampleLinks.Manage.With("done", "changed"));
    }

    private async Task<Entry?> FindAsync(Guid id, CancellationToken cancel)
    {
        var entry = await db.Set<Entry>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel);
        Current = entry?.Title.Here ?? "";
        return entry;
    }

    private LocalizedText Typed(string field) => LocalizedText.Of(council.Languages.Select(language => (language, (string?)Request.Form[$"{field}.{language}"].ToString().Trim())));
}
