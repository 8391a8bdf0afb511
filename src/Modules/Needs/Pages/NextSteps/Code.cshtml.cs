using Diapason.Needs.Contracts;
using Diapason.Needs.Paths;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>Keeps the path and shows its code, this once: the answer to the form is the only page that ever holds it.</summary>
[EnableRateLimiting(RateLimits.Submissions)]
internal sealed class CodeModel(CurrentPath path, SavePath save) : ReferencePage(path)
{
    public Saved Saved { get; private set; } = null!;

    public string Until => Saved.ExpiresAt.LocalDay;

    /// <summary>With the word that says which code it is.</summary>
    public string Written => SecretCodes.Write(PathCode.OfPaths, Saved.Code);

    public string ResumeAddress => $"{Request.Scheme}://{Request.Host}{Url.To(PathCode.OfPaths.Page)}";

    public IActionResult OnGet() => this.SeeOther(NeedsLinks.MySteps);

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        if (Path.Read() is not { IsComplete: true } state) return this.SeeOther(NeedsLinks.Start);
        Saved = await save.RunAsync(state, SecretCode.Read(code) ?? SecretCode.New(), HttpContext.RequestAborted);
        Path.Keep(state with { SavedId = Saved.Id });
        return Page();
    }
}
