using Diapason.Needs.Contracts;
using Diapason.Needs.Front;
using Diapason.Needs.Paths;
using Diapason.Platform.Front;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>Opens the kept path whose code this device holds; asks for a code when it holds none that still opens one.</summary>
[EnableRateLimiting(RateLimits.Codes)]
internal sealed class KeptModel(CurrentPath path, DeviceCodes codes, OpenPath open, WrongCodes wrong) : ReferencePage(path)
{
    public async Task<IActionResult> OnGetAsync()
    {
        foreach (var code in codes.Read(NeedsNotebook.CodeKind).Reverse())
        {
            if (await open.RunAsync(code, HttpContext.RequestAborted) is not { IsDone: true } opened) continue;
            Path.Keep(opened.Value);
            return this.SeeOther(NeedsLinks.MySteps);
        }

        return this.SeeOther(NeedsLinks.Resume);
    }

    /// <summary>The person asks this device to hold the code they have just received.</summary>
    public async Task<IActionResult> OnPostAsync(string? code)
    {
        if (SecretCode.Read(code) is { } read)
        {
            if ((await open.RunAsync(read, HttpContext.RequestAborted)).IsDone) codes.Keep(NeedsNotebook.CodeKind, read);
            else wrong.Count(HttpContext);
        }

        return this.SeeOther(HouseLinks.Notebook);
    }
}
