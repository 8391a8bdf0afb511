using Diapason.Platform.Councils;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Preparing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Workshops.Pages.Manage.Workshops;

/// <summary>Title, day, place, welcome: what people read before they join. What is refused comes back as it was typed.</summary>
internal sealed class EditModel(ReadWorkshops read, SaveWorkshop save, CurrentCouncil council) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    public SeenWorkshop? Stored { get; private set; }

    public WorkshopSheet Sheet { get; private set; } = null!;

    /// <summary>The stamp of what the form was filled from.</summary>
    public string Seen { get; private set; } = "";

    public IReadOnlyList<string> InLanguages => council.Languages;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        (Sheet, Seen) = (WorkshopSheet.Of(Stored?.Content, council.Languages), Stored?.Workshop.Stamp.ToString() ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        (Sheet, Seen) = (WorkshopSheet.Read(Request.Form, council.Languages), Request.Form["seen"].ToString());
        var problems = new List<Problem>();
        if (Sheet.Content(Stored?.Content, problems) is not { } content) return this.Refuse(Outcome.Of(problems));
        if (Stored is { } stored)
            return this.Answer(await save.ChangeAsync(stored.Workshop.Id, now => content with { Activities = now.Activities }, Guid.TryParse(Seen, out var seen) ? seen : Guid.Empty, cancel), WorkshopsLinks.Lead(stored.Workshop.Id).With("done", "changed"));
        return this.SeeOther(WorkshopsLinks.Lead((await save.AddAsync(content, cancel)).Value).With("done", "added"));
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (Id is { } id) Stored = await read.FindAsync(id, cancel);
        return Id is null || Stored is not null;
    }
}
