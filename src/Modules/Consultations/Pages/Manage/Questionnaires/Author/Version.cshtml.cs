using System.Globalization;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Writing;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Questionnaires.Author;

/// <summary>Makes a version of a draft, and leads to its campaign.</summary>
internal sealed class VersionModel(FindDraft find, KeepVersion keep, DraftWords words) : PageModel
{
    private const int LongestVersion = 40;

    public DraftState State { get; private set; } = null!;

    public string Version { get; private set; } = "";

    public IReadOnlyList<LackLine> Lacks => LackLine.Of(State, words);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await find.RunAsync(id, HttpContext.RequestAborted) is not { } state) return NotFound();
        State = state;
        Version = await keep.ProposeAsync(state.Draft, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await find.RunAsync(id, HttpContext.RequestAborted) is not { } state) return NotFound();
        (State, Version) = (state, Request.Form[KeepVersion.VersionField].ToString().Trim());
        if (Version.Length is 0 or > LongestVersion) return this.Refuse(Problem.Invalid("writing.version_missing", KeepVersion.VersionField));
        var kept = await keep.RunAsync(id, int.TryParse(Request.Form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0, Version, HttpContext.RequestAborted);
        return kept.IsDone ? this.SeeOther(ConsultationsLinks.PlanCampaign(kept.Value).With("done", "version")) : this.Refuse(kept);
    }
}
