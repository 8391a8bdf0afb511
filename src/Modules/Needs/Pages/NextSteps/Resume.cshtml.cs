using Diapason.Needs.Contracts;
using Diapason.Needs.Paths;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>Brings a kept path back with its code.</summary>
[EnableRateLimiting(RateLimits.Codes)]
internal sealed class ResumeModel(CurrentPath path, OpenPath open, Texts<NeedsModule> texts) : ReferencePage(path)
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The code that was typed is of another kind.</summary>
    public CodeKind? Elsewhere { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await open.RunAsync(Code, HttpContext.RequestAborted);
        if (outcome is OpenOutcome.Opened opened)
        {
            Path.Keep(opened.State);
            return this.SeeOther(NeedsLinks.Mine);
        }

        Elsewhere = (outcome as OpenOutcome.Elsewhere)?.Kind;
        ModelState.AddModelError(nameof(Code), Elsewhere?.Is ?? texts[outcome is OpenOutcome.Mistyped ? "resume.mistyped" : "resume.unknown"]);
        return this.Refused();
    }
}
