using Diapason.Needs.Contracts;
using Diapason.Needs.Paths;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>Brings a kept path back with its code.</summary>
[EnableRateLimiting(RateLimits.Codes)]
internal sealed class ResumeModel(CurrentPath path, OpenPath open) : ReferencePage(path)
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The code that was typed is of another kind.</summary>
    public CodeKind? Elsewhere { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await open.RunAsync(Code, HttpContext.RequestAborted);
        if (outcome.IsDone)
        {
            Path.Keep(outcome.Value);
            return this.SeeOther(NeedsLinks.MySteps);
        }

        Elsewhere = outcome.Refusal!.Facts.Where(fact => fact.Name == OpenPath.Kind).Select(fact => fact.Value).OfType<CodeKind>().FirstOrDefault();
        return this.Refuse(outcome);
    }
}
