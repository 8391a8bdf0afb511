using System.Globalization;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Writing;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Questionnaires;

/// <summary>The true pages of a draft at the width of a telephone, beside the editor of whoever has none at hand.</summary>
[FramesHouse]
internal sealed class PhoneModel(FindDraft find, IAuthorizationService authorization) : PageModel
{
    /// <summary>Of small and of usual telephones, in points of the screen.</summary>
    public static readonly IReadOnlyList<int> Widths = [320, 390];

    public Guid Id { get; private set; }

    public string? Step { get; private set; }

    public string Title { get; private set; } = "";

    public PageLink Back { get; private set; } = null!;

    public int Width => int.TryParse(Request.Query["width"], NumberStyles.None, CultureInfo.InvariantCulture, out var width) && Widths.Contains(width) ? width : Widths[0];

    public async Task<IActionResult> OnGetAsync(Guid id, string? step)
    {
        if (await find.RunAsync(id, HttpContext.RequestAborted) is not { } state) return NotFound();
        (Id, Step, Title) = (id, state.Draft.Pages.Any(page => page.Code == step) ? step : null, state.Draft.Title.Here);
        Back = (await authorization.AuthorizeAsync(User, null, WritingPolicy.Author)).Succeeded ? ConsultationsLinks.EditDraft(id) : ConsultationsLinks.Questionnaires;
        return Page();
    }
}
