using Diapason.Needs.Contracts;
using Diapason.Needs.Paths;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>Asks before a code is replaced: the one that was written down opens nothing afterwards.</summary>
internal sealed class NewCodeModel(CurrentPath path, OpenPath open) : ReferencePage(path)
{
    public async Task<IActionResult> OnGetAsync() =>
        Path.Read() is { IsComplete: true, SavedId: { } id } && await open.ExpiryAsync(id, HttpContext.RequestAborted) is not null ? Page() : this.SeeOther(NeedsLinks.MySteps);
}
