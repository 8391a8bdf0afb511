using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Preparing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Workshops.Pages.Manage.Workshops;

/// <summary>Every workshop of the council: those to come, those that were, and the models from which others are made.</summary>
internal sealed class IndexModel(ReadWorkshops read, SaveWorkshop save) : PageModel
{
    public IReadOnlyList<SeenWorkshop> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => All = await read.AllAsync(cancel);

    public async Task<IActionResult> OnPostCopyAsync(Guid model, CancellationToken cancel)
    {
        All = await read.AllAsync(cancel);
        var outcome = await save.CopyAsync(model, read.Today, cancel);
        return outcome.IsDone ? this.SeeOther(WorkshopsLinks.Edit(outcome.Value)) : this.Refuse(outcome);
    }
}
